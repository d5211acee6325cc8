"""The customers: contacts, products, opportunities and their stages, what is known, what else could be sold."""
