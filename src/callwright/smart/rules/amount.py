"""How much a line asks of the call: too little, or more than two objectives. Neither decides whether it is SMART."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callwright.smart.minutes import minutes_needed
from callwright.smart.model import Call
from callwright.smart.reading.model import Reading
from callwright.smart.rules.base import Hit, Rule
from callwright.smart.rules.views import obscure

_LONG: Final = 30
_SMALL: Final = 5


def _low(reading: Reading, call: Call) -> Iterator[Hit]:
    if call.minutes is None or call.minutes < _LONG or reading.outcomes > 1 or len(reading.results) != 1:
        return
    clause = reading.results[0]
    small = clause.act.kind in {"inquiry", "disclosure", "admin", "seller_activity"} and (
        clause.firm or clause.act.kind in {"admin", "seller_activity"}
    )
    if small and minutes_needed(reading) < _SMALL:
        yield Hit(reading.span(clause.first, clause.last), {"allotted": str(call.minutes)})


def _more_than_two(reading: Reading, call: Call) -> Iterator[Hit]:
    if reading.outcomes > 2 and not obscure(reading):
        yield Hit(None, {"count": str(reading.outcomes)})


RULES: tuple[Rule, ...] = (
    Rule(
        "L01", "low-sights", "time_bound", "low_sights",
        title="The call is worth more",
        what="Half an hour or more is allotted, and the line needs under five minutes.",
        why="Setting your sights high is much better than not really trying to accomplish much and wasting time.",
        poor="Confirm the delivery address (45 minutes)",
        better="Get her yes to a trial at the second site, and confirm the delivery address",
        exception="The call is short, or its length is unknown.",
        message="“{words}” takes a moment, and you have {allotted} minutes of their time.",
        bare="This takes a moment, and you have {allotted} minutes of their time.",
        question="With the rest of the time, what is the most that they could agree to?",
        find=_low, principal=True,
    ),
    Rule(
        "O01", "more-than-two-objectives", "time_bound", "outcomes",
        title="More than two objectives",
        what="The line names three or more separate outcomes.",
        why="Before a call you need to create one or two key objectives.",
        poor="Five referrals, one upsell, a case study, a testimonial",
        better="Two referrals, with names, and a yes to the case study",
        exception="Facts gathered in one go, and the points of one decision, are one.",
        message="That is {count} objectives in one line. One or two are enough for a call.",
        question="Which one or two would you keep if you could keep no more?",
        find=_more_than_two,
    ),
)  # fmt: skip
