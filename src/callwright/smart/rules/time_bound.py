"""Time-bound: can it be accomplished within the time allotted for the call? This is not 'has a deadline'."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callwright.smart.minutes import minutes_needed
from callwright.smart.model import MINUTES_ASSUMED, Call
from callwright.smart.reading.model import Reading
from callwright.smart.rules.base import GUIDE, MILLER_HEIMAN, Hit, Rule
from callwright.smart.rules.scope import no_room, target, years
from callwright.smart.rules.timing import after_call, forever, promised
from callwright.smart.rules.views import obscure

_TIME: Final = "Consider the length of time that you have during the call and what you can accomplish in it."
TOLERANCE: Final = 1.5
"""How far the rough figures must exceed the time allotted before it is plain."""
_LONG: Final = 30
"""From how many minutes on a call can hold three or four outcomes (the guide)."""


def _after(reading: Reading, call: Call) -> Iterator[Hit]:
    span = after_call(reading)
    if span is not None:
        yield Hit(span)


def _over_time(reading: Reading, call: Call) -> Iterator[Hit]:
    span = forever(reading) or years(reading) or target(reading)
    if span is not None:
        yield Hit(span)


def _all_of_them(reading: Reading, call: Call) -> Iterator[Hit]:
    span = no_room(reading)
    if span is not None:
        yield Hit(span)


def _too_many(reading: Reading, call: Call) -> Iterator[Hit]:
    minutes = call.minutes or MINUTES_ASSUMED
    if obscure(reading):
        return
    if reading.outcomes >= 5 or (reading.outcomes >= 3 and minutes <= _LONG):
        yield Hit(None, {"count": str(reading.outcomes), "allotted": str(minutes)})


def _too_long(reading: Reading, call: Call) -> Iterator[Hit]:
    needed, minutes = minutes_needed(reading), call.minutes or MINUTES_ASSUMED
    if needed > minutes * TOLERANCE:
        yield Hit(None, {"needed": str(needed), "allotted": str(minutes)})


def _promised(reading: Reading, call: Call) -> Iterator[Hit]:
    span = promised(reading)
    if span is not None:
        yield Hit(span)


def _fits(reading: Reading, call: Call) -> Iterator[Hit]:
    if call.minutes is not None and reading.outcomes <= 2 and minutes_needed(reading) * 2 <= call.minutes:
        yield Hit(None, {"needed": str(minutes_needed(reading)), "allotted": str(call.minutes)})


RULES: tuple[Rule, ...] = (
    Rule(
        "T01", "result-after-the-call", "time_bound", "after",
        title="The result lies after the call",
        what="Win it by the fourth quarter, live by June: when you hang up, nobody can say.",
        why="Can you accomplish it within the time allotted for the call?",
        poor="Have them live by June",
        better="Get her to commit to a start in April, so that they are live by June",
        exception="Something is agreed on the call to happen later ('commits to sign by Friday').",
        message="“{words}” lies after the call. What can be agreed while you are there?",
        bare="The result lies after the call. What can be agreed while you are there?",
        question="What can they promise on the call, so that it happens by then?",
        find=_after, principal=True,
    ),
    Rule(
        "T02", "too-many-outcomes", "time_bound", "outcomes",
        title="Too much for one call",
        what="Three or more separate outcomes in half an hour, or five in any call.",
        why="Create one or two key objectives to accomplish in the call.",
        poor="Agree the trial date, have the Antwerp buyer named and get last year's spec (20 minutes)",
        better="Agree the trial date, and have the Antwerp buyer named",
        exception="Facts on one topic, gathered in one go, are one outcome; so are the points of one decision.",
        message="That is {count} things in {allotted} minutes. One or two will get the attention they need.",
        question="Which one or two of these matter most today?",
        find=_too_many, principal=True,
    ),
    Rule(
        "T03", "longer-than-the-call", "time_bound", "minutes",
        title="Longer than the call",
        what="The work takes more minutes than the call has.",
        why=_TIME,
        poor="Present all four camera models (20 minutes)",
        better="Present the two models that suit his car park, and have him pick one (20 minutes)",
        exception="The customer has agreed to stay longer.",
        message="That takes about {needed} minutes, and the call has {allotted}.",
        question="Which part of it can be done in the time, and what can they do before the next call?",
        find=_too_long, source=GUIDE, principal=True,
    ),
    Rule(
        "T04", "over-time", "time_bound", "after",
        title="Over time",
        what="For life, over the years, a share or a score to be reached: it takes many calls and not this one.",
        why=_TIME,
        poor="Over the coming years, become their first choice",
        better="Get her to put us on the list for the March tender",
        exception="Something is agreed on the call.",
        message="“{words}” takes longer than any call.",
        question="What can be agreed before the call ends?",
        find=_over_time,
    ),
    Rule(
        "T05", "no-room-for-all", "time_bound", "minutes",
        title="No room for all of it",
        what="Everything there is to know, every ticket, all three hundred: it fits in no call.",
        why=_TIME,
        poor="Learn everything there is to know about the company",
        better="Learn which of the three plants runs out of capacity first",
        exception="They are all in the room, and one act of theirs is asked for.",
        message="“{words}” does not fit into one call.",
        question="Which part of it would be worth the most today?",
        find=_all_of_them,
    ),
    Rule(
        "T20", "promised-on-the-call", "time_bound", "after",
        title="Promised on the call",
        what="The customer commits, on the call, to something with a date.",
        why="A promise with a date is a commitment; a hope with a date is not.",
        poor="Signed by Friday",
        better="Tom promises to have it signed by Friday",
        exception="The promise is made by you.",
        message="“{words}” is promised while you are there, so the call can be judged when it ends.",
        find=_promised, source=MILLER_HEIMAN, favours=True,
    ),
    Rule(
        "T21", "fits-the-minutes", "time_bound", "minutes",
        title="It fits the minutes",
        what="The work takes no more than half of the time allotted.",
        why=_TIME,
        poor="Take her through the 40-page contract (10 minutes)",
        better="Settle the one clause that she marked (20 minutes)",
        exception="It takes so little that the call is wasted on it.",
        message="About {needed} of {allotted} minutes: there is room for what comes up.",
        find=_fits, source=GUIDE, favours=True,
    ),
)  # fmt: skip
