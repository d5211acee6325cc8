"""What the pages of people read: who is in the organization, who is invited, and what waits to be handed on."""
