"""The index on SQLite: FTS5, folding case and accents itself, with prefixes of two and three letters kept ready."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

from callwright.web.customers.index.sources import Source

TABLE: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS customers_found USING fts5("
    "words, kind UNINDEXED, organization_id UNINDEXED, tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
)

WITHIN: Final = "json_extract({column}, '$.{name}')"
"""How a text is read from JSON."""

KEPT: Final = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'found\\_%' ESCAPE '\\'"

FIND: Final = """
SELECT kind, (place - place %% 16) / 16 FROM (
    SELECT kind, place, row_number() OVER (PARTITION BY kind ORDER BY score, place) AS nth FROM (
        SELECT kind, rowid AS place, bm25(customers_found) AS score
        FROM customers_found WHERE customers_found MATCH %s AND organization_id = %s{seen}))
WHERE nth <= %s ORDER BY nth
"""

SEEN: Final = "(kind = %s AND (rowid - rowid %% 16) / 16 IN ({rows}))"
"""The rows of a kind that somebody may see, by the keys of its table."""


def expression(words: Iterable[str]) -> str:
    """What FTS5 looks for: a word beginning with each of these."""
    return " ".join(f'"{word}"*' for word in words)


def triggers(source: Source) -> Iterator[tuple[str, str]]:
    """Name and statement of each trigger that keeps a source's rows in the index."""
    insert, remove = _insert(source, "new"), _remove(source, "old")
    for event, does in (("insert", insert), ("delete", remove), ("update", f"{remove} {insert}")):
        name = f"found_{source.table}_{event}_{crc32(does.encode()):08x}"
        yield name, f"CREATE TRIGGER {name} AFTER {event.upper()} ON {source.table} BEGIN {does} END"


def drop(name: str, table: str) -> str:
    """The statement that does away with a trigger."""
    return f"DROP TRIGGER {name}"


def values(source: Source, row: str) -> str:
    """The statement, but for where it reads and on what condition, that brings a row into the index."""
    return (
        "INSERT INTO customers_found (rowid, words, kind, organization_id) "
        f"SELECT {source.place(row)}, {source.words(row, WITHIN)}, '{source.kind}', {row}.organization_id"
    )


def _insert(source: Source, row: str) -> str:
    return f"{values(source, row)}{source.condition(row)};"


def _remove(source: Source, row: str) -> str:
    return f"DELETE FROM customers_found WHERE rowid = {source.place(row)};"  # noqa: S608
