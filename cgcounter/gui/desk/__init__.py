"""The working window: search strip, task on the left, list on the right, status line."""
