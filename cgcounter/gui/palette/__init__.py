"""The command palette: everything that can be done now, found by a few letters."""
