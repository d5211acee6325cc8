"""Which entries of the catalogue fit a call, and how well."""

from __future__ import annotations

import re
from typing import Final

from callwright.compose.catalogue import Catalogue
from callwright.compose.model import Entry
from callwright.compose.people import attending
from callwright.smart import Call
from callwright.smart.model import MINUTES_ASSUMED, Stage

MIDDLE: Final[Stage] = "needs"
"""Where the customer is taken to stand when nothing is known of the stage: in the middle of a normal buying process."""

LONG: Final = 30
"""From how many minutes on a lone fact is not enough for a call."""

_LEANING: Final[dict[Stage, dict[str, float]]] = {
    "introduction": {"advance": 2.0, "understand": 2.0, "uncover": 0.0},
    "needs": {"advance": 2.0, "understand": 2.0, "uncover": 0.5},
    "evaluation": {"advance": 2.5, "understand": 1.5, "uncover": 0.5},
    "concerns": {"advance": 2.5, "understand": 1.5, "uncover": 0.0},
    "decision": {"advance": 3.0, "understand": 0.0, "uncover": 0.0},
    "customer": {"advance": 2.0, "understand": 1.0, "uncover": 2.0},
}
"""Which category a stage leans to; own reading of the guide's stages, no source."""


def fits(entry: Entry, call: Call, catalogue: Catalogue) -> bool:
    """Whether an entry can be accomplished on this call, by those who attend, where the customer stands."""
    return (
        _stage_fits(entry, call)
        and entry.minutes <= minutes(call)
        and not (entry.purchase and call.first_meeting)
        and _people_fit(entry, call)
        and _industry_fits(entry, industries(call, catalogue))
    )


def minutes(call: Call) -> int:
    """The minutes allotted, as the guide takes them."""
    return MINUTES_ASSUMED if call.minutes is None else call.minutes


def long(call: Call) -> bool:
    """Whether a lone fact would waste the call; a call of unknown length counts as long."""
    return minutes(call) >= LONG


def industries(call: Call, catalogue: Catalogue) -> frozenset[str]:
    """The industries that the words of the product point to."""
    words = set(re.findall(r"[a-z]+", (call.product or "").lower()))
    return frozenset(name for name, known in catalogue.industries.items() if words & set(known))


def score(entry: Entry, call: Call) -> float:
    """How well an entry that fits suits the call: its stage, what it costs the customer, who is there, the minutes."""
    stage = call.stage or MIDDLE
    own = 2.0 if entry.stages[0] == stage else 1.0
    industry = 1.5 if entry.industries else 0.0
    close = 0.5 if entry.purchase and stage == "decision" else 0.0
    fit = own + industry + close + _LEANING[stage][entry.category] + entry.energy * 0.6
    return fit + _reach(entry, call) + _pace(entry, call)


def _stage_fits(entry: Entry, call: Call) -> bool:
    return (call.stage or MIDDLE) in entry.stages


def _industry_fits(entry: Entry, known: frozenset[str]) -> bool:
    return (not entry.industries or bool(known & set(entry.industries))) and not known & set(entry.nowhere)


def _people_fit(entry: Entry, call: Call) -> bool:
    people = attending(call)
    if not people:
        return entry.below > 3
    top = max(one.standing for one in people)
    named = " ".join(call.attendees).lower()
    return entry.least <= top < entry.below and not any(word in named for word in entry.unless)


def _reach(entry: Entry, call: Call) -> float:
    """Asking of people what they in particular can grant: more than the least, less than too much."""
    top = max((one.standing for one in attending(call)), default=2)
    return 0.5 * min(entry.standing, top) - (0.5 if entry.standing > top else 0.0)


def _pace(entry: Entry, call: Call) -> float:
    if entry.small:
        return -1.0 if long(call) else 0.5
    return 0.5 if entry.minutes >= 10 and minutes(call) >= LONG else 0.0
