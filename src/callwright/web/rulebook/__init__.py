"""The rules, each on a page of its own: what it looks for, why, and a poor and a better line."""
