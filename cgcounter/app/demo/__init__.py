"""The demo office Cao An and its scripted working day."""
