"""The index on PostgreSQL: a `tsvector` under a GIN index; a function of our own folds accents, so no extension is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final
from zlib import crc32

from callwright.web.customers.index.sources import Source

TABLE: Final = r"""
CREATE TABLE IF NOT EXISTS customers_found (
    id bigint PRIMARY KEY, words tsvector NOT NULL, kind text NOT NULL, organization_id bigint NOT NULL);
CREATE INDEX IF NOT EXISTS customers_found_words ON customers_found USING gin (words);
CREATE OR REPLACE FUNCTION callwright_words(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_replace(regexp_replace(lower(normalize(said, NFD)), '[\u0300-\u036f]', '', 'g'),
    '[!-/:-@[-`{-~]+', ' ', 'g') $$;
"""
"""Punctuation becomes blanks, so that addresses and hyphened words fall into the same words as on SQLite."""

KEEP: Final = """
CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP <> 'INSERT' THEN {remove}; END IF;
    IF TG_OP <> 'DELETE' THEN {insert}; END IF;
    RETURN NULL; END $$;
CREATE TRIGGER {name} AFTER INSERT OR UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();
"""

WITHIN: Final = "{column} ->> '{name}'"
"""How a text is read from JSON."""

KEPT: Final = "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE tgname ~ '^found_' AND NOT tgisinternal"

FIND: Final = """
SELECT kind, id / 16 FROM (
    SELECT kind, id, row_number() OVER (PARTITION BY kind ORDER BY ts_rank(words, wanted) DESC, id) AS nth
    FROM customers_found, to_tsquery('simple', %s) AS wanted
    WHERE words @@ wanted AND organization_id = %s{seen}) AS found
WHERE nth <= %s ORDER BY nth
"""

SEEN: Final = "(kind = %s AND id / 16 IN ({rows}))"
"""The rows of a kind that somebody may see, by the keys of its table."""


def expression(words: Iterable[str]) -> str:
    """What the database looks for: a word beginning with each of these, folded as `callwright_words` does it."""
    return " & ".join(f"{_folded(word)}:*" for word in words)


def _folded(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char))


def triggers(source: Source) -> Iterator[tuple[str, str]]:
    """Name and statement of each trigger that keeps a source's rows in the index."""
    remove = f"DELETE FROM customers_found WHERE id = {source.place('old')}"  # noqa: S608
    insert = values(source, "new") + source.condition("new")
    name = f"found_{source.table}_{crc32(insert.encode()):08x}"
    yield name, KEEP.format(name=name, remove=remove, insert=insert, table=source.table)


def drop(name: str, table: str) -> str:
    """The statement that does away with a trigger and its function."""
    return f"DROP TRIGGER {name} ON {table}; DROP FUNCTION {name}()"


def values(source: Source, row: str) -> str:
    """The statement, but for where it reads and on what condition, that brings a row into the index."""
    words = f"to_tsvector('simple', callwright_words({source.words(row, WITHIN)}))"
    return (
        "INSERT INTO customers_found (id, words, kind, organization_id) "
        f"SELECT {source.place(row)}, {words}, '{source.kind}', {row}.organization_id"
    )
