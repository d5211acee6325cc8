"""How wide a line reaches: everything there is, everybody at once, a target for a period, the work of years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callwright.smart.reading.model import Clause, Mark, Quantity, Reading, Span
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


def inside(clause: Clause, mark: Mark) -> bool:
    """The mark stands in the clause."""
    return clause.first <= mark.first < clause.last


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
    period = any(inside(clause, mark) for mark in reading.marked("time", "by_then"))
    share = any(quantity.kind == "percent" for quantity in _amounts(reading, clause))
    money = any(quantity.kind == "money" for quantity in _amounts(reading, clause))
    for mark in reading.marked("scope", "target", "measure"):
        if inside(clause, mark) and (
            mark.group == "target" or _aimed(clause, share, period and (money or clause.counted))
        ):
            return mark
    return None


def _aimed(clause: Clause, share: bool, by_then: bool) -> bool:
    """A measure is a target where it is to move, to reach a share, or to reach a figure by a date."""
    return clause.act.kind in {"push", "target"} or (clause.act.kind != "inquiry" and (share or by_then))


def _amounts(reading: Reading, clause: Clause) -> Iterator[Quantity]:
    start, end = reading.span(clause.first, clause.last)
    return (quantity for quantity in reading.quantities if start <= quantity.start < end)


def everything(reading: Reading) -> Span | None:
    """Everything there is to get, everybody's mind at once, or all of a crowd."""
    for mark in reading.marked("scope", "everything", "everybody"):
        if any(inside(clause, mark) and _too_wide(clause, mark) for clause in reading.results):
            return reading.span(mark.first, mark.last)
    return crowd(reading)


def _too_wide(clause: Clause, mark: Mark) -> bool:
    return clause.act.kind in _MOODS if mark.group == "everybody" else clause.act.kind not in DOING


def no_room(reading: Reading) -> Span | None:
    """Everything to be known, found or put right: there is no end to it within a call."""
    if not any(clause.act.kind in _ENDLESS for clause in reading.results):
        return None
    return everything(reading)


_ENDLESS: Final = frozenset({"probe", "uncover", "inquiry", "service"})


def crowd(reading: Reading) -> Span | None:
    """'All 300 teachers', 'each of the sixty branches': so many that one call cannot reach them."""
    for quantity in reading.quantities:
        place = next((at for at, token in enumerate(reading.tokens) if token.start == quantity.start), 0)
        before = {token.norm for token in reading.tokens[max(0, place - 4) : place]}
        if (
            quantity.kind == "number"
            and before & _ALL
            and not before & _PLACES
            and (quantity.value or 0) >= _limit(reading, place)
        ):
            return reading.tokens[max(0, place - 1)].start, quantity.end
    return None


def _limit(reading: Reading, place: int) -> int:
    """How many are too many, by what is wanted of them."""
    clause = next((clause for clause in reading.results if clause.first <= place < clause.last), None)
    if clause is None or clause.act.kind in _COUNTABLE:
        return 10**9
    return SEVERAL if clause.act.kind in _MOODS else CROWD
