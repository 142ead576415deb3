"""The encrypted file of a counter: event log, projections, search, backup."""
