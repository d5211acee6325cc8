"""What passes through a batch: rows as they are read, rows that cannot be judged, and what is checked of the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from callwright.smart import Assessment, Call, CallwrightError


class BadTable(CallwrightError):
    """A file cannot be used at all: its ending, its columns or its form. The message names it and the remedy."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as read. line: of the file where it begins, from 1. cells: by column."""

    line: int
    cells: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that gets no verdict. reason: in words that say what would mend it. row: as it was, as text."""

    line: int
    reason: str
    row: str


@dataclass(frozen=True, slots=True)
class Item:
    """What is checked of a row. extra: what the row holds beside, to be passed through."""

    row: Row
    id: str
    text: str
    call: Call
    context: Mapping[str, Any]
    extra: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """The head of a table. columns: a name for each, all different. titles: the same as the file writes them."""

    columns: tuple[str, ...]
    titles: tuple[str, ...]

    @classmethod
    def of(cls, titles: tuple[str, ...]) -> Table:
        """From a header row; a blank title is named by its place, a repeated one by its turn."""
        columns: dict[str, None] = {}
        turns: dict[str, int] = {}
        for place, title in enumerate(titles, start=1):
            name = wanted = title.strip() or f"column {place}"
            while name in columns:
                turns[wanted] = turns.get(wanted, 1) + 1
                name = f"{wanted} ({turns[wanted]})"
            columns[name] = None
        return cls(tuple(columns), titles)


class Source(Protocol):
    """A file being read."""

    @property
    def table(self) -> Table | None:
        """The head of a table; None for a stream of JSON objects."""

    def rows(self) -> Iterator[Row | Rejected]:
        """Its rows in order, one at a time."""

    def share(self) -> float:
        """How much of it has been read, 0-1."""


class Sink(Protocol):
    """A file being written."""

    def write(self, item: Item, verdict: Assessment) -> None:
        """Adds a row."""

    def close(self) -> None:
        """Writes what is still held back."""
