"""Everything out again: export, backup and restore."""
