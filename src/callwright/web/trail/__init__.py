"""The trail: who changed what and when; what is kept about a person; and what goes, when asked or in time."""
