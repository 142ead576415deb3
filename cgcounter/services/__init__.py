"""Use cases, one module a verb, and the ports they need."""
