"""The list beside the task: four tiles, the table of dossiers, and what the scan-or-search field finds."""
