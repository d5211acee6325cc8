"""Sets the index up, and again whatever of it a migration has dropped or a new version does otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType
from typing import Any, Final

from django.db import connections, transaction

from callwright.web.customers.index import postgres, sqlite
from callwright.web.customers.index.sources import Source, sources

WAYS: Final[dict[str, ModuleType]] = {"sqlite": sqlite, "postgresql": postgres}
"""How each kind of database does it."""

CLEAR: Final = "DELETE FROM customers_found WHERE kind = '{source.kind}'"
"""Takes all rows of a source out of the index."""


def loosen_index(using: str = "default", plan: Sequence[Any] = (), **_: Any) -> None:
    """Before a migration that changes something: the triggers go, as a column that one names could not be dropped."""
    connection = connections[using]
    way = WAYS[connection.vendor]
    if plan:
        with transaction.atomic(using), connection.cursor() as cursor:
            _drop(cursor, way, but=set())


def keep_index(using: str = "default", **_: Any) -> None:
    """After a migration: every trigger is there and the index holds every row. Quick where nothing is missing."""
    connection = connections[using]
    way = WAYS[connection.vendor]
    with transaction.atomic(using), connection.cursor() as cursor:
        cursor.execute(way.TABLE, None)
        present = set(connection.introspection.table_names(cursor))
        kept = _drop(cursor, way, but={name for source in sources() for name, _ in way.triggers(source)})
        for source in sources():
            if source.table in present:
                _keep(cursor, way, source, kept)


def _drop(cursor: Any, way: ModuleType, but: set[str]) -> set[str]:
    """Drops all triggers but those of these names; the names of those that are there and stay."""
    cursor.execute(way.KEPT, None)
    there = dict(cursor.fetchall())
    for name in there.keys() - but:
        cursor.execute(way.drop(name, there[name]), None)
    return but & there.keys()


def _keep(cursor: Any, way: ModuleType, source: Source, kept: set[str]) -> None:
    missing = [statement for name, statement in way.triggers(source) if name not in kept]
    if missing:
        refill = f"{way.values(source, source.table)} FROM {source.table}{source.condition(source.table)}"
        for statement in (*missing, CLEAR.format(source=source), refill):
            cursor.execute(statement, None)
