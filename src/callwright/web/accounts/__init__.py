"""Who works here: organizations, their members, and the one rule that each thing belongs to one organization."""
