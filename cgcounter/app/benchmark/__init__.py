"""The measurements of `main.py benchmark`, each beside its baseline in the same run."""
