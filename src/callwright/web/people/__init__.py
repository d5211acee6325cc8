"""The people of an organization: who is in it, in which team, as what; who comes, and who leaves."""
