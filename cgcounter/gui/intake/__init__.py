"""Intake of a dossier: the left pane in which most of a clerk's day happens."""
