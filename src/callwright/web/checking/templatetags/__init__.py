"""Template tags of the open page."""
