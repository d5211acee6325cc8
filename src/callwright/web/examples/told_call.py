"""One call of the examples: planned, frozen when it began, and debriefed where the story says what came of it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from callwright.web.calls.models import Call
from callwright.web.customers.models import Contact, Knowledge, Opening, Opportunity
from callwright.web.debriefs.held import day_of, source_of
from callwright.web.debriefs.models import Commitment, Consequence, Debrief
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
    unplanned, state = story.get("unplanned", False), "cancelled" if story.get("cancelled") else "planned"
    call: Call = teller.add(
        Call, customer=opportunity.customer, opportunity=opportunity, member=teller.by, starts=starts,
        minutes=story["minutes"], channel=story["channel"], unplanned=unplanned, state=state,
    )  # fmt: skip
    call.contacts.set([people[key] for key in story["who"]])
    if unplanned:
        freeze_if_due(call=call, now=teller.now)
    for position, line in enumerate(story.get("lines", ()), start=1):
        _tell_objective(teller, call, position, line)
    created = call.ends if unplanned else starts - 3 * WRITTEN_BEFORE
    Call.objects.filter(pk=call.pk).update(created=min(teller.now, created))
    freeze_if_due(call=call, now=teller.now)
    for frozen in Frozen.objects.filter(objective__call=call):
        teller.mark(frozen)
    if "result" in story:
        _tell_debrief(teller, call, people, story)
    return call


def _tell_objective(teller: Teller, call: Call, position: int, line: Story) -> None:
    words = {part: with_dates(line.get(part, ""), day_of(call)) for part in ("text", "fallback", "measure", "shows")}
    objective = teller.add(
        Objective, call=call, position=position, version=1, outcome=line.get("outcome", ""),
        evidence=words.pop("shows"), stated_afterwards=call.unplanned, **words,
        **verdict_of(words["text"], situation(call), position).fields(),
    )  # fmt: skip
    written = min(teller.now, call.ends if call.unplanned else call.starts - WRITTEN_BEFORE)
    Objective.objects.filter(pk=objective.pk).update(written_at=written, changed_at=written)


def _tell_debrief(teller: Teller, call: Call, people: dict[str, Contact], story: Story) -> None:
    saved, result = call.ends + DEBRIEFED_AFTER, story["result"]
    learned = {one["topic"]: with_dates(one["text"], day_of(call)) for one in story.get("learned", ())}
    debrief = teller.add(
        Debrief, call=call, result=story.get("said", result), proposed=result, refused=result == "no_sale",
        learned=learned, opening=story.get("opening", ""), minutes_taken=story.get("took"),
        opened_at=call.ends, saved_at=saved, by=teller.by,
    )  # fmt: skip
    Call.objects.filter(pk=call.pk).update(debriefed_at=saved)
    for topic, text in learned.items():
        _tell_learned(teller, debrief, topic, text)
    if debrief.opening:
        _tell_opening(teller, debrief)
    for one in story.get("promised", ()):
        _tell_promise(teller, call, people[one["who"]], one)


def _tell_learned(teller: Teller, debrief: Debrief, topic: str, text: str) -> None:
    """Known since, as the rep accepted it."""
    call, said = debrief.call, {"topic": topic, "text": text}
    known = teller.add(
        Knowledge, customer=call.customer, learned_on=day_of(call), source=source_of(call), **said
    )  # fmt: skip
    _tell_consequence(teller, debrief, "knowledge", topic, said, {"knowledge": known.pk}, Consequence.State.ACCEPTED)


def _tell_opening(teller: Teller, debrief: Debrief) -> None:
    """Noted, and an opportunity once it is accepted: that is left to whoever looks around."""
    said = {"text": debrief.opening}
    opening = teller.add(Opening, customer=debrief.call.customer, noted_on=day_of(debrief.call), **said)
    _tell_consequence(
        teller, debrief, "opportunity", "opening", said, {"opening": opening.pk}, Consequence.State.OFFERED
    )


def _tell_consequence(
    teller: Teller, debrief: Debrief, kind: str, key: str, said: dict[str, Any], made: dict[str, Any], state: str
) -> None:
    settled = debrief.saved_at if state == Consequence.State.ACCEPTED else None
    teller.add(
        Consequence, debrief=debrief, kind=kind, key=key, offered=said, made=made, state=state, settled_at=settled
    )  # fmt: skip


def _tell_promise(teller: Teller, call: Call, who: Contact, story: Story) -> None:
    day = day_of(call)
    teller.add(
        Commitment, customer=call.customer, call=call, contact=who, text=with_dates(story["text"], day),
        state=story["state"], due=working_day(day, story["due"]),
        settled_on=working_day(day, story["settled"]) if "settled" in story else None,
    )  # fmt: skip
