"""Signing in by name and PIN; the same screen locks the window."""
