"""What an objective asks for, as far as the result of a call depends on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, Final

from callwright.smart import Assessment, Call, TextRefused, assess
from callwright.web.checking.queries import judged
from callwright.web.debriefs.days import day_in

TOO_EARLY: Final = "R01"
"""The rule that names a purchase before its time."""

FIRST: Final = Call(stage="introduction", first_meeting=True)
"""The call on which every purchase is before its time."""


@lru_cache(maxsize=512)
def asks_to_buy(text: str) -> bool:
    """Whether a line asks the customer to buy: what the engine would call too early on a first meeting."""
    try:
        against = assess(text, FIRST).criteria["realistic"].against
    except TextRefused:
        return False
    return any(finding.code == TOO_EARLY for finding in against)


def dated_act(text: str, categories: Collection[str], held: dt.date) -> bool:
    """Whether a line of these categories is an act of the customer's that names its day; held: the day of the call."""
    return "advance" in categories and day_in(text, held) is not None


def categories(chosen: str, assessment: Mapping[str, Any] | None, text: str) -> Collection[str]:
    """What a line brings: as the rep chose, else by the verdict that it was saved with, else by one of now."""
    if chosen:
        return (chosen,)
    if assessment is not None:
        stored: Collection[str] = assessment.get("categories", ())
        return stored
    found = judged(text, Call())
    return found.categories if isinstance(found, Assessment) else ()
