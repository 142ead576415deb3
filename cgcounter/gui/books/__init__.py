"""What is printed of many dossiers or of none: the register, hand-over slips, the public list."""
