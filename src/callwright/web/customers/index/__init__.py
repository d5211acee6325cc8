"""The databases' own full-text index over everything that can be found, kept by triggers on each table.

The same on both databases: one table `customers_found` with a row for each row of each source. On SQLite it is an FTS5
table, on PostgreSQL one with a `tsvector` under a GIN index. The triggers are set up after each migration rather than
by one: SQLite drops a table's triggers whenever Django rebuilds the table for a later migration.
"""

from callwright.web.customers.index.setup import keep_index, loosen_index
from callwright.web.customers.index.sources import Hit, Source, register, sources

__all__ = ["Hit", "Source", "keep_index", "loosen_index", "register", "sources"]
