"""One call of the examples: planned, frozen when it began, and debriefed where the story says what came of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from callwright.web.calls.models import Call
from callwright.web.customers.models import Contact, Knowledge, Opening, Opportunity
from callwright.web.debriefs.models import Commitment, Debrief
from callwright.web.examples.days import with_dates, working_day
from callwright.web.plans.actions import freeze_if_due
from callwright.web.plans.judging import verdict_of
from callwright.web.plans.models import Frozen, Objective
from callwright.web.plans.queries import situation

if TYPE_CHECKING:
    from callwright.web.examples.telling import Story, Teller

WRITTEN_BEFORE: Final = dt.timedelta(hours=20)
"""How long before a call its objectives were written."""

DEBRIEFED_AFTER: Final = dt.timedelta(minutes=4)


def tell_call(teller: Teller, opportunity: Opportunity, people: dict[str, Contact], story: Story) -> Call:
    """The call with all that hangs on it. The stage is where the opportunity stands when this is told."""
    starts = teller.at(story["day"], dt.time.fromisoformat(story["at"]))
    call: Call = teller.add(
        Call, customer=opportunity.customer, opportunity=opportunity, member=teller.by, starts=starts,
        minutes=story["minutes"], channel=story["channel"],
    )  # fmt: skip
    call.contacts.set([people[key] for key in story["who"]])
    for position, line in enumerate(story.get("lines", ()), start=1):
        _tell_objective(teller, call, position, line)
    Call.objects.filter(pk=call.pk).update(created=min(teller.now, starts - 3 * WRITTEN_BEFORE))
    freeze_if_due(call=call, now=teller.now)
    for frozen in Frozen.objects.filter(objective__call=call):
        teller.mark(frozen)
    if "result" in story:
        _tell_debrief(teller, call, people, story)
    return call


def _tell_objective(teller: Teller, call: Call, position: int, line: Story) -> None:
    day = call.starts.date()
    words = {part: with_dates(line.get(part, ""), day) for part in ("text", "fallback", "measure")}
    objective = teller.add(
        Objective, call=call, position=position, version=1, outcome=line.get("outcome", ""),
        evidence=line.get("shows", ""), **words, **verdict_of(words["text"], situation(call), position).fields(),
    )  # fmt: skip
    written = min(teller.now, call.starts - WRITTEN_BEFORE)
    Objective.objects.filter(pk=objective.pk).update(written_at=written, changed_at=written)


def _tell_debrief(teller: Teller, call: Call, people: dict[str, Contact], story: Story) -> None:
    saved, day = call.ends + DEBRIEFED_AFTER, call.starts.date()
    learned, opening = story.get("learned", []), story.get("opening", "")
    teller.add(
        Debrief, call=call, result=story["result"], proposed=story["result"], refused=story["result"] == "no_sale",
        learned={one["topic"]: one["text"] for one in learned}, opening=opening, minutes_taken=story["minutes"],
        opened_at=call.ends, saved_at=saved, by=teller.by,
    )  # fmt: skip
    Call.objects.filter(pk=call.pk).update(debriefed_at=saved)
    known: dict[str, Any] = {"customer": call.customer}
    for one in learned:
        teller.add(Knowledge, **known, **one, learned_on=day, source=f"call of {day.day} {day:%B}")
    if opening:
        teller.add(Opening, **known, text=opening, noted_on=day)
    for one in story.get("promised", ()):
        settled = working_day(day, one["settled"]) if "settled" in one else None
        teller.add(
            Commitment, **known, call=call, contact=people[one["who"]], text=one["text"], state=one["state"],
            due=working_day(day, one["due"]), settled_on=settled,
        )  # fmt: skip
