"""What follows from a debrief is accepted, and written. Accepting twice writes once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
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
from callwright.web.debriefs.actions.following import Kind, State, locked
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.held import day_of, source_of
from callwright.web.debriefs.models import Consequence
from callwright.web.plans.actions import save_objective

What = dict[str, Any]
Made = dict[str, int]
"""The keys of the rows that were written, by what they are; `version`: of the objective, as it was written."""


@transaction.atomic
def accept(*, consequence: Consequence, by: Member, **changed: Any) -> Consequence:
    """Writes what was offered, as the rep changed it: `stage` (key), `text`, or `starts` of the next call.

    Once accepted it stays so. Raises Refused where what it is about is gone, and whatever the actions below raise.
    """
    row = locked(consequence, by)
    if row.state == State.ACCEPTED:
        return row
    row.made = WRITE[row.kind](row, {**row.offered, **changed}, by)
    if changed:
        row.offered = {**row.offered, "changed": changed}
    row.state, row.settled_at = State.ACCEPTED, timezone.now()
    row.save(update_fields=["offered", "made", "state", "settled_at"])
    return row


def set_state(opportunity: Opportunity, state: str, by: Member) -> None:
    """An opportunity that is open, won or lost from now on, and else as it was."""
    kept = {name: getattr(opportunity, name) for name in ("name", "product", "amount", "currency")}
    change_opportunity(opportunity=opportunity, state=state, by=by, **kept)


def _move_stage(row: Consequence, what: What, by: Member) -> Made:
    # What hangs on the call's customer is reached by way of the call: who joined it may not see the customer whole.
    opportunity = row.debrief.call.customer.opportunities.filter(pk=what["opportunity"]).first()
    stage = Stage.objects.of(by).filter(pk=what["stage"]).first()
    if opportunity is None or stage is None:
        raise Refused("That opportunity or stage is no longer there.")
    move_stage(opportunity=opportunity, stage=stage, by=by, why=what["why"])
    if what["won"] and stage.kind == "customer":
        set_state(opportunity, Opportunity.State.WON, by)
    return {"opportunity": opportunity.pk, "stage": stage.pk}


def _learn(row: Consequence, what: What, by: Member) -> Made:
    call, text = row.debrief.call, what["text"]
    known = call.customer.knowledge.filter(pk=_made(row, "knowledge")).first()
    if known is not None:
        kept = {"topic": known.topic, "source": known.source, "on": known.learned_on}
        return {"knowledge": change_knowledge(knowledge=known, text=text, by=by, **kept).pk}
    new = learn(customer=call.customer, topic=what["topic"], text=text, source=source_of(call), on=day_of(call), by=by)
    return {"knowledge": new.pk}


def _made(row: Consequence, name: str) -> int:
    """The key of the row of that kind which accepting wrote before; 0, which no row has, where it wrote none."""
    return int((row.made or {}).get(name) or 0)


def _open(row: Consequence, what: What, by: Member) -> Made:
    call, text = row.debrief.call, what["text"]
    opening = call.customer.openings.filter(pk=_made(row, "opening")).first()
    if opening is None:
        opening = note_opening(customer=call.customer, text=text, on=day_of(call), by=by)
    else:
        change_opening(opening=opening, text=text, on=opening.noted_on, closed=opening.closed, by=by)
    return {"opening": opening.pk, "opportunity": open_from(opening=opening, by=by).pk}


def _plan(row: Consequence, what: What, by: Member) -> Made:
    """Puts the next call into the calendar, unless it is there, and gives it its objective."""
    call = _planned(what["call"], by) or _like(row.debrief.call, what["starts"], by)
    aim = {name: what[name] for name in ("text", "fallback", "measure", "entry")}
    if what["text"] != row.offered["text"]:
        aim |= {"fallback": "", "measure": ""}  # they belonged to other words
    objective = save_objective(call=call, position=1, version=0, by=by, **aim)
    return {"call": call.pk, "objective": objective.pk, "version": objective.version}


def _planned(key: int | None, by: Member) -> Call | None:
    """The call that was in the calendar already. Raises Refused where it needs no objective any more."""
    call: Call | None = Call.objects.of(by).filter(pk=key, state=Call.State.PLANNED).first() if key else None
    if call is not None and call.objectives.exists():
        raise Refused("That call has an objective by now: its plan shows it.")
    if call is not None and call.starts <= timezone.now():
        raise Refused("That call has begun meanwhile: its debrief asks what you wanted of it.")
    return call


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


WRITE: Final[dict[str, Callable[[Consequence, What, Member], Made]]] = {
    Kind.STAGE: _move_stage,
    Kind.KNOWLEDGE: _learn,
    Kind.OPPORTUNITY: _open,
    Kind.NEXT_CALL: _plan,
}
"""What accepting each kind writes."""
