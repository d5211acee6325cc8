"""The pages of customers, by subject."""
