"""The log of a day: its figures, its pages as they are printed, and the way to paper or a file."""
