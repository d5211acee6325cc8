"""A believable half-year of one rep, to look around in, and to be removed with one click."""
