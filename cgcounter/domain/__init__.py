"""Pure rules of the one-stop counter on frozen values."""
