"""The questions that several rules ask of a reading, and the finders that they share."""

from __future__ import annotations

from collections.abc import Iterator

from callwright.smart.model import Call
from callwright.smart.reading.model import RESULTS, Clause, Reading, Span
from callwright.smart.rules.base import Find, Hit

KNOWING = frozenset({"inquiry", "disclosure", "probe", "uncover"})
MOVING = frozenset({"commitment", "purchase"})


def moves(reading: Reading) -> bool:
    """Some result is an act of the customer, or something that we learn."""
    return any(clause.act.kind in RESULTS for clause in reading.results)


def first(reading: Reading, *kinds: str) -> Clause | None:
    """The first result with an act of one of the kinds."""
    return next((clause for clause in reading.results if clause.act.kind in kinds), None)


def span_of(reading: Reading, clause: Clause) -> Span:
    """The words of the act: the verb or the noun that the clause turns on."""
    return reading.span(clause.act.first, clause.act.last)


def span_all(reading: Reading, clause: Clause) -> Span:
    """The whole clause."""
    return reading.span(clause.first, clause.last)


def only(*kinds: str, firm: bool | None = None) -> Find:
    """Finds acts of these kinds in a line that names no act of the customer and nothing that we learn."""

    def find(reading: Reading, call: Call) -> Iterator[Hit]:
        clause = None if moves(reading) else first(reading, *kinds)
        if clause is not None and (firm is None or clause.firm == firm):
            yield Hit(span_of(reading, clause))

    return find


def broad(reading: Reading) -> Clause | None:
    """The clause that wants to know a whole topic, if nothing in the line is a data point or an act."""
    results = [clause for clause in reading.results if clause.act.kind in RESULTS]
    if not results or any(clause.act.kind not in KNOWING or _bounded(reading, clause) for clause in results):
        return None
    return next((clause for clause in results if _wide(reading, clause)), None)


def _bounded(reading: Reading, clause: Clause) -> bool:
    return clause.act.kind != "probe" and clause.firm


def _wide(reading: Reading, clause: Clause) -> bool:
    if clause.act.kind in {"probe", "uncover"}:
        return True
    return any(clause.first <= mark.first < clause.last for mark in reading.marked("vague", "topic", "result", "degree"))
