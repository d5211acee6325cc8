"""After the call: what came of each objective, what the customer promised, and what follows from it."""
