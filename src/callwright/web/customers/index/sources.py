"""What can be found: one `Source` a table. Apps above add theirs by `register` when they start."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from callwright.web.accounts.models import Owned

MOST_SOURCES: Final = 16
"""A row's place in the index is its key times this, plus the number of its source."""


@dataclass(frozen=True)
class Hit:
    """A row that was found, as the page shows it."""

    title: str
    address: str
    """Where it is to be read and changed."""
    beside: str = ""
    """What tells it from others: the customer it belongs to, as a rule."""


@dataclass(frozen=True)
class Source:
    """A table whose rows can be found."""

    number: int
    """1-15, for good: it is part of each row's place in the index."""
    kind: str
    heading: str
    """Over its group of results."""
    model: type[Owned]
    columns: tuple[str, ...]
    """The columns of text to look in; none may be null. "offered:text" is the text of that name in a column of JSON."""
    show: Callable[[Any], Hit]
    related: tuple[str, ...] = ()
    """What `show` reads from other tables, as `select_related` takes it."""
    told: Mapping[str, str] = field(default_factory=dict)
    """What `show` asks of sight, as `with_sight` takes it."""
    hidden: str = ""
    """The path to a key that is set on rows that are not to be found: those of a merged customer."""
    only: str = ""
    """Which rows are kept in the index, as "column = 'value'"; empty: all."""

    @property
    def table(self) -> str:
        """Its table in the database."""
        return self.model._meta.db_table

    def place(self, row: str) -> str:
        """Where a row ("new", "old", the table) stands in the index, in SQL."""
        return f"{row}.id * {MOST_SOURCES} + {self.number}"

    def words(self, row: str, within: str) -> str:
        """All text of a row, in SQL. within: how a text is read from JSON, as "{column} ->> '{name}'"."""
        return " || ' ' || ".join(self._word(row, column, within) for column in self.columns)

    def condition(self, row: str) -> str:
        """That a row is kept in the index, in SQL."""
        return f" WHERE {row}.{self.only}" if self.only else ""

    def _word(self, row: str, column: str, within: str) -> str:
        column, _, name = column.partition(":")
        place = f"{row}.{column}"
        return f"coalesce({within.format(column=place, name=name)}, '')" if name else place


_SOURCES: Final[dict[int, Source]] = {}


def register(source: Source) -> None:
    """Makes a table's rows findable. Raises ValueError for a number that another source has."""
    if not 0 < source.number < MOST_SOURCES or _SOURCES.get(source.number, source).kind != source.kind:
        raise ValueError(f"the number {source.number} of {source.kind} is taken or out of range")
    _SOURCES[source.number] = source


def sources() -> tuple[Source, ...]:
    """All sources, in the order in which results are shown."""
    return tuple(_SOURCES[number] for number in sorted(_SOURCES))
