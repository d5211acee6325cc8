"""Three lines to try in the empty page, each after an idea of "Creating a SMART Sales Call Objective"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Example:
    """A line with its call. key: its name in the address. about: what it shows, without giving the verdict away."""

    key: str
    text: str
    about: str
    known: Mapping[str, Any]


EXAMPLES: Final = (
    Example(
        "need",
        "Find out one need of theirs that our product can satisfy",
        "when you are getting to know them",
        {"stage": "needs", "minutes": 30},
    ),
    Example(
        "check-in",
        "Check in to see how the product is working",
        "when they have bought already",
        {"stage": "customer", "minutes": 30},
    ),
    Example(
        "first",
        "The owner places a first order before I leave",
        "when you have never met",
        {"stage": "introduction", "minutes": 20, "first_meeting": "yes", "attendees": "owner"},
    ),
)


def example(key: str) -> Example | None:
    """The example of that name."""
    return next((one for one in EXAMPLES if one.key == key), None)
