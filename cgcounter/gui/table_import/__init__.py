"""Tables from files: what one would change is shown first, then one key takes it in."""
