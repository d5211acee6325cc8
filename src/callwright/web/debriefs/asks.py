"""What words ask for or promise, as far as the result of a call depends on it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Any, Final

from callwright.smart import Assessment, Call, TextRefused, assess
from callwright.smart.lexicon.store import words_of
from callwright.smart.reading import Clause, read
from callwright.web.checking.queries import judged
from callwright.web.debriefs.dates import day_in, without_day

TOO_EARLY: Final = "R01"
"""The rule that names a purchase before its time."""

FIRST: Final = Call(stage="introduction", first_meeting=True)
"""The call on which every purchase is before its time."""

AT_ONCE: Final = frozenset(
    words_of(
        "accept, appoint, approve, book, choose, connect, copy, countersign, cross, drop, initial, introduce, loop, "
        "nominate, pick, put, refer, reserve, rule, schedule, scrap, select, shortlist, sign, waive, withdraw"
    )
)
"""Verbs of what a customer does there and then, by their first word. To agree, to send or to try is still to come."""

IDLE: Final = re.compile(
    r"(?:will |just )*"
    r"(?:think(?: about| it| on| over|$)|(?:mull|reflect|sleep on|wait|hope|hear from|receive|have a think|like)\b"
    r"|(?:be|keep|stay) in touch$|(?:get|come) back(?: to (?:me|us))?$|let (?:me|us) know$|consider (?:it|this|that)$"
    r"|(?:i|we)(?:[’']ll| will)?\b)",
    re.IGNORECASE,
)
"""What is no step of the customer's: to think, to wait, to be in touch; or one of our own."""


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


def done_act(text: str, categories: Collection[str]) -> bool:
    """Whether a line is an act that the customer does there and then, as to introduce us, rather than agrees to."""
    return "advance" in categories and any(map(_at_once, read(text).results))


def _at_once(clause: Clause) -> bool:
    act = clause.act
    return (act.kind, act.actor) == ("commitment", "customer") and act.lemma.partition(" ")[0] in AT_ONCE


def is_step(text: str, day: dt.date | None, held: dt.date) -> bool:
    """Whether words after "Next, the customer will …" name a step; day: by when, which they may end in."""
    return IDLE.match(without_day(text, day, held).strip()) is None


def categories(chosen: str, assessment: Mapping[str, Any] | None, text: str) -> Collection[str]:
    """What a line brings: as the rep chose, else by the verdict that it was saved with, else by one of now."""
    if chosen:
        return (chosen,)
    if assessment is not None:
        stored: Collection[str] = assessment.get("categories", ())
        return stored
    found = judged(text, Call())
    return found.categories if isinstance(found, Assessment) else ()
