"""What people fill in about themselves, and about who works with them."""
