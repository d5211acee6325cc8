"""The calls: with whom, when, how long, and what became of the appointment."""
