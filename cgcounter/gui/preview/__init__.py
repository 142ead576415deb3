"""What goes to paper, shown before it does: the very pages that are printed, as pictures."""
