"""What templates say of customers."""
