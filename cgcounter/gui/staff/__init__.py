"""The list of people: added, changed, sent away and back, given a new PIN; and one's own PIN."""
