"""The pages of the people of an organization: who is in it, who comes and goes, and what each says of themselves."""
