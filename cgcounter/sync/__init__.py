"""The counter's side of the wire: messages, the cycle, its schedule, and how bytes travel."""
