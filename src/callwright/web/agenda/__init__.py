"""Today and this week: the pages that a rep opens first, and the first start."""
