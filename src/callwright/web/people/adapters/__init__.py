"""What allauth asks of us: who may sign up, what becomes of a message, how secrets are kept."""
