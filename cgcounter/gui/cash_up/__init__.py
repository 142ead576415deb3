"""A clerk closes the day's money: the cash is counted, and a difference is explained."""
