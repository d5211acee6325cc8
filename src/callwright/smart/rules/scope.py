"""How wide a line reaches: everything there is, everybody at once, a target for a period, the work of years."""

from __future__ import annotations

from typing import Final

from callwright.smart.reading.model import Clause, Mark, Reading, Span
from callwright.smart.rules.views import first

DOING: Final = frozenset({"service", "care", "contact", "courtesy", "seller_activity", "open_activity", "admin"})
_MOODS: Final = frozenset({"feeling", "opinion", "belief", "relationship", "probe", "uncover", "care"})
_TARGETS: Final = frozenset({"push", "purchase", "unstated", "value", "relationship", "target", "inquiry"})
_ALL: Final = frozenset(["all", "every", "each", "entire", "whole"])
_PLACES: Final = frozenset(["at", "in", "for", "to", "on", "through", "across", "into"])
_COUNTABLE: Final = frozenset(
    {"inquiry", "disclosure", "purchase", "seller_activity", "open_activity", "admin", "target"}
)
CROWD: Final = 12
"""From so many people or places on, 'all' is more than one call holds."""
SEVERAL: Final = 6
"""From so many on, changing what all of them feel or think is."""


def years(reading: Reading) -> Span | None:
    """'Trusted adviser', 'partner of choice': where nothing is asked for on the call."""
    if first(reading, "commitment", "purchase", "disclosure", "inquiry") is None:
        for mark in reading.marked("scope", "goal"):
            return reading.span(mark.first, mark.last)
    return None


def target(reading: Reading) -> Span | None:
    """A quota, a score, a share: one by its name, or a measure with a number or a period beside it."""
    for clause in reading.results:
        if clause.act.kind in _TARGETS and clause.act.actor != "customer" and not clause.asks:
            mark = _measure(reading, clause)
            if mark is not None:
                return reading.span(mark.first, mark.last)
    return None


def _measure(reading: Reading, clause: Clause) -> Mark | None:
    for mark in reading.marked_in(clause.first, clause.last, "scope", "target", "measure"):
        if (mark.group == "target" and clause.act.kind != "inquiry") or _aimed(reading, clause):
            return mark
    return None


def _aimed(reading: Reading, clause: Clause) -> bool:
    """A measure is a target where it is to move, to reach a share, or to reach a figure by a date."""
    if clause.act.kind in {"push", "target", "inquiry"}:
        return clause.act.kind != "inquiry"
    kinds = {quantity.kind for quantity in reading.quantities_in(clause)}
    by_then = any(reading.marked_in(clause.first, clause.last, "time", "by_then"))
    return "percent" in kinds or (by_then and ("money" in kinds or clause.counted))


def everything(reading: Reading) -> Span | None:
    """Everything there is to get, everybody's mind at once, or all of a crowd."""
    for clause in reading.results:
        for mark in reading.marked_in(clause.first, clause.last, "scope", "everything", "everybody"):
            if _too_wide(clause, mark):
                return reading.span(mark.first, mark.last)
    return crowd(reading)


def _too_wide(clause: Clause, mark: Mark) -> bool:
    return clause.act.kind in _MOODS if mark.group == "everybody" else clause.act.kind not in DOING


def no_room(reading: Reading) -> Span | None:
    """Everything to be known, found or put right: there is no end to it within a call."""
    if len(reading.results) != 1 or reading.results[0].act.kind not in _ENDLESS:
        return None
    return everything(reading)


_ENDLESS: Final = frozenset({"probe", "uncover", "inquiry", "service"})


def crowd(reading: Reading) -> Span | None:
    """'All 300 teachers', 'each of the sixty branches': so many that one call cannot reach them."""
    for quantity in reading.quantities:
        if quantity.kind == "number" and _all_of(reading, quantity.first) and (quantity.value or 0) >= SEVERAL:
            clause = reading.clause_at(quantity.first)
            if clause is not None and clause.role == "result" and _beyond(clause, quantity.value or 0):
                return reading.tokens[max(0, quantity.first - 1)].start, quantity.end
    return None


def _all_of(reading: Reading, place: int) -> bool:
    """'All' or 'each of the' stands before the number, and no place is named by it ('at all 14 depots')."""
    before = {token.norm for token in reading.tokens[max(0, place - 4) : place]}
    return bool(before & _ALL) and not before & _PLACES


def _beyond(clause: Clause, value: float) -> bool:
    """Whether so many are too many, by what is wanted of them."""
    return clause.act.kind not in _COUNTABLE and value >= (SEVERAL if clause.act.kind in _MOODS else CROWD)
