"""Puts the program together; the only room that may know every other."""
