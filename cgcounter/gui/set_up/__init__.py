"""The first run: the demo office, a new office, or what a backup holds."""
