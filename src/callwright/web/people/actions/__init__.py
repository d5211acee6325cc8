"""What changes the people of an organization. Every write is one function: it checks, writes all or nothing."""
