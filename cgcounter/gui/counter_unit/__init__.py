"""The unit that this counter belongs to, and the agency code that its dossier codes bear."""
