"""The guide's arithmetic: what an estimate of a line means in one call. Every rule here stands in `corpus/GUIDE.md`.

A criterion fails if any of its causes holds; causes count as independent, so P(met) is the product of what is left.
Fewer minutes never help, a later stage never makes a purchase less realistic, more authority in the room never makes
anything less realistic: that holds by construction, as each factor moves one way only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from callwright.smart.estimate import Estimate
from callwright.smart.model import CATEGORIES, MINUTES_ASSUMED, Call, Category, CriterionName

EARLY: Final = ("introduction", "needs")
"""Stages at which asking for a purchase is not realistic."""

LONG_CALL: Final = 30
"""From how many minutes on a call can hold more than two outcomes, and is wasted on less than SMALL minutes of work."""

SMALL: Final = 4
"""Work of at most this many minutes wastes a long call (the guide: "plainly needs under 5")."""

CANNOT: Final = (
    (0.0, 0.0, 0.0, 0.0),
    (0.3, 0.0, 0.0, 0.0),
    (1.0, 0.4, 0.0, 0.0),
    (1.0, 1.0, 0.3, 0.0),
)
"""P(plainly cannot grant it), by the authority that it takes (row) and the highest standing in the room (column)."""

Causes = dict[str, float]
"""The name of each cause that can make a criterion fail, with its probability."""


def causes(estimate: Estimate, call: Call, standing: Sequence[Sequence[float]]) -> dict[CriterionName, Causes]:
    """For each criterion the probability of each cause that would make it fail in this call.

    standing: for each attendee P(standing more than 0, 1, 2); empty where nobody is known.
    """
    return {
        "specific": _specific(estimate, call),
        "measurable": {"measurable": 1 - estimate.measurable},
        "action_oriented": {"action": (1 - estimate.advance) * (1 - estimate.understand) * (1 - estimate.uncover)},
        "realistic": _realistic(estimate, call, standing),
        "time_bound": _time_bound(estimate, call),
    }


def met(found: Causes) -> float:
    """P(none of the causes holds)."""
    left = 1.0
    for probability in found.values():
        left *= 1 - probability
    return left


def low_sights(estimate: Estimate, call: Call) -> float:
    """P(the call is wasted on it); 0 where the minutes are unknown or few."""
    if call.minutes is None or call.minutes < LONG_CALL:
        return 0.0
    return 1 - estimate.minutes_exceed(SMALL)


def categories(estimate: Estimate, *, met: bool) -> tuple[Category, ...]:
    """The categories of an action-oriented line: each that is likely, at least the likeliest; none if it is not one."""
    if not met:
        return ()
    likely = {name: getattr(estimate, name) for name in CATEGORIES}
    return tuple(name for name in CATEGORIES if likely[name] >= 0.5 or likely[name] == max(likely.values()))


def _specific(estimate: Estimate, call: Call) -> Causes:
    found = {"definite": 1 - estimate.definite}
    if call.stage == "decision":
        found["closes"] = 1 - estimate.closes
    return found


def _realistic(estimate: Estimate, call: Call, standing: Sequence[Sequence[float]]) -> Causes:
    found = {"impossible": estimate.impossible, "wrong_person": estimate.wrong_person}
    if call.stage in EARLY or call.first_meeting:
        found["purchase"] = estimate.purchase
    if standing:
        found["authority"] = _cannot(_shares(estimate.authority), _shares(_highest(standing)))
    return found


def _time_bound(estimate: Estimate, call: Call) -> Causes:
    minutes = MINUTES_ASSUMED if call.minutes is None else call.minutes
    return {
        "after": estimate.after,
        "minutes": estimate.minutes_exceed(minutes),
        "outcomes": estimate.outcomes_exceed(2 if minutes <= LONG_CALL else 4),
    }


def _highest(standing: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """P(the highest standing in the room is more than each bound): somebody's is."""
    return tuple(1 - met({str(place): one for place, one in enumerate(bound)}) for bound in zip(*standing, strict=True))


def _shares(over: Sequence[float]) -> tuple[float, ...]:
    """From P(more than 0), P(more than 1) … to P(0), P(1) …"""
    edges = (1.0, *over, 0.0)
    return tuple(max(0.0, high - low) for high, low in pairwise(edges))


def _cannot(needed: Sequence[float], highest: Sequence[float]) -> float:
    return sum(
        need * high * CANNOT[row][column] for row, need in enumerate(needed) for column, high in enumerate(highest)
    )
