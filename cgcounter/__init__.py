"""The program at the one-stop counter of a Vietnamese commune."""
