"""What pages say of examples."""
