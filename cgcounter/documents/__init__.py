"""Bytes for paper: one module a form."""
