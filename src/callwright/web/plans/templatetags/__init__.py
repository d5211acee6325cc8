"""For templates: the five letters."""
