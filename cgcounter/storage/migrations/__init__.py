"""The steps that lead a data file of an older version of the program to this one's tables."""
