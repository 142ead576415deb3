"""Help on F1: what the focused field wants, and which key does what."""
