"""Tables of this app, step by step."""
