"""What follows from a debrief is offered, and accepted or declined. Accepting twice writes once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.actions import plan_call
from callwright.web.calls.models import Call
from callwright.web.customers.actions import (
    change_knowledge,
    change_opening,
    change_opportunity,
    learn,
    move_stage,
    note_opening,
    open_from,
)
from callwright.web.customers.models import Opportunity, Stage
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.held import day_of
from callwright.web.debriefs.models import Consequence, Debrief
from callwright.web.debriefs.offers import Offer
from callwright.web.plans.actions import save_objective

Kind, State = Consequence.Kind, Consequence.State
Made = dict[str, int]


def offer(*, debrief: Debrief, offers: Sequence[Offer]) -> list[Consequence]:
    """Puts offers in the place of those that nobody has answered. What was answered is not asked again."""
    answered = list(debrief.consequences.exclude(state=State.OFFERED))
    debrief.consequences.filter(state=State.OFFERED).delete()
    wanted = [(one, _before(one, answered)) for one in offers]
    rows = [_row(debrief, one, before) for one, before in wanted if not _answered(one, before)]
    return Consequence.objects.bulk_create(rows)


def _before(one: Offer, answered: Sequence[Consequence]) -> list[Consequence]:
    """The answers to offers of the same thing, the latest first."""
    return [row for row in reversed(answered) if row.kind == one.kind and row.key == one.key]


def _answered(one: Offer, before: Sequence[Consequence]) -> bool:
    """Other words of what was learned are a new offer; a stage or a next call is answered once."""
    if one.kind not in (Kind.KNOWLEDGE, Kind.OPPORTUNITY):
        return bool(before)
    return bool(before) and before[0].offered.get("text") == one.what["text"]


def _row(debrief: Debrief, one: Offer, before: Sequence[Consequence]) -> Consequence:
    made = next((row.made for row in before if row.made), None)
    return Consequence(
        organization=debrief.organization, debrief=debrief, kind=one.kind, key=one.key, offered=one.what, made=made
    )


@transaction.atomic
def accept(*, consequence: Consequence, by: Member, **changed: Any) -> Consequence:
    """Writes what was offered, as the rep changed it: `stage` (key), or `text` and `starts` of the next call.

    Once accepted it stays so. Raises Refused where what it is about is gone, and whatever the actions below raise.
    """
    row = _locked(consequence, by)
    if row.state == State.ACCEPTED:
        return row
    row.made = WRITE[row.kind](row, {**row.offered, **changed}, by)
    row.state, row.settled_at = State.ACCEPTED, timezone.now()
    row.save(update_fields=["made", "state", "settled_at"])
    return row


@transaction.atomic
def decline(*, consequence: Consequence, by: Member) -> Consequence:
    """Leaves things as they are. What was accepted stays accepted."""
    return _say(consequence, State.OFFERED, State.DECLINED, by)


@transaction.atomic
def offer_again(*, consequence: Consequence, by: Member) -> Consequence:
    """Takes a decline back."""
    return _say(consequence, State.DECLINED, State.OFFERED, by)


def _say(consequence: Consequence, only: str, state: str, by: Member) -> Consequence:
    row = _locked(consequence, by)
    if row.state == only:
        row.state, row.settled_at = state, timezone.now() if state != State.OFFERED else None
        row.save(update_fields=["state", "settled_at"])
    return row


def _locked(consequence: Consequence, by: Member) -> Consequence:
    mine = Consequence.objects.of(by).select_for_update(of=("self",)).select_related("debrief__call__customer")
    row: Consequence | None = mine.filter(pk=consequence.pk).first()
    if row is None:
        raise Refused("This offer is no longer there: the debrief was saved anew. Look at what it offers now.")
    return row


def _move_stage(row: Consequence, what: dict[str, Any], by: Member) -> Made:
    # What hangs on the call's customer is reached by way of the call: who joined it may not see the customer whole.
    opportunity = row.debrief.call.customer.opportunities.filter(pk=what["opportunity"]).first()
    stage = Stage.objects.of(by).filter(pk=what["stage"]).first()
    if opportunity is None or stage is None:
        raise Refused("That opportunity or stage is no longer there.")
    move_stage(opportunity=opportunity, stage=stage, by=by, why=what["why"])
    if what["won"] and stage.kind == "customer":
        _win(opportunity, by)
    return {"opportunity": opportunity.pk, "stage": stage.pk}


def _win(opportunity: Opportunity, by: Member) -> None:
    names = ("name", "product", "amount", "currency")
    kept = {name: getattr(opportunity, name) for name in names}
    change_opportunity(opportunity=opportunity, state=Opportunity.State.WON, by=by, **kept)


def _learn(row: Consequence, what: dict[str, Any], by: Member) -> Made:
    call, source = row.debrief.call, _source(row.debrief.call)
    known = call.customer.knowledge.filter(pk=_made(row, "knowledge")).first()
    if known is not None:
        kept = {"topic": known.topic, "source": known.source, "on": known.learned_on}
        return {"knowledge": change_knowledge(knowledge=known, text=what["text"], by=by, **kept).pk}
    new = learn(customer=call.customer, topic=what["topic"], text=what["text"], source=source, on=day_of(call), by=by)
    return {"knowledge": new.pk}


def _made(row: Consequence, name: str) -> int:
    """The key of the row of that kind which accepting wrote before; 0, which no row has, where it wrote none."""
    return int((row.made or {}).get(name) or 0)


def _open(row: Consequence, what: dict[str, Any], by: Member) -> Made:
    opening = row.debrief.call.customer.openings.filter(pk=_made(row, "opening")).first()
    if opening is None:
        opening = note_opening(
            customer=row.debrief.call.customer, text=what["text"], on=day_of(row.debrief.call), by=by
        )
    else:
        change_opening(opening=opening, text=what["text"], on=opening.noted_on, closed=opening.closed, by=by)
    return {"opening": opening.pk, "opportunity": open_from(opening=opening, by=by).pk}


def _plan(row: Consequence, what: dict[str, Any], by: Member) -> Made:
    """Puts the next call into the calendar, unless it is there, and gives it its objective."""
    call = Call.objects.of(by).filter(pk=what["call"], state=Call.State.PLANNED).first() if what["call"] else None
    if call is None:
        call = _like(row.debrief.call, what["starts"], by)
    elif call.objectives.exists():
        raise Refused("That call has an objective by now: its plan shows it.")
    aim = {name: what[name] for name in ("text", "fallback", "measure", "entry")}
    objective = save_objective(call=call, position=1, version=0, by=by, **aim)
    return {"call": call.pk, "objective": objective.pk}


def _like(last: Call, starts: str, by: Member) -> Call:
    """A call like the last: whose, with whom and about what. Raises Refused for a day that has passed."""
    when = dt.datetime.fromisoformat(starts)
    if when <= timezone.now():
        raise Refused("That day has passed meanwhile. Change it first to one that is still to come.")
    return plan_call(
        customer=last.customer,
        starts=when,
        minutes=last.minutes,
        by=by,
        whose=last.member,
        contacts=list(last.contacts.all()),
        joined=list(last.joined.all()),
        others=last.others,
        opportunity=last.opportunity,
        product=last.product,
        channel=last.channel,
    )


def _source(call: Call) -> str:
    day = day_of(call)
    return f"Call of {day.day} {day:%B %Y}"


WRITE: Final[dict[str, Callable[[Consequence, dict[str, Any], Member], Made]]] = {
    Kind.STAGE: _move_stage,
    Kind.KNOWLEDGE: _learn,
    Kind.OPPORTUNITY: _open,
    Kind.NEXT_CALL: _plan,
}
"""What accepting each kind writes."""
