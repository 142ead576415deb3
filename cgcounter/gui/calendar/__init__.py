"""The working calendar as a table that leaders and administrators change day by day."""
