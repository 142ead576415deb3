"""One dossier in the task pane: what it is, where it stands, and what may be done with it now."""
