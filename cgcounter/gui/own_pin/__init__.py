"""Whoever is signed in takes another PIN."""
