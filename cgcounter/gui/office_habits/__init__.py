"""How the office does what the law leaves open, for those who administer it."""
