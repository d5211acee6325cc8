"""What was accepted is taken back, as long as nobody has worked on it since."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.db import transaction

from callwright.web.accounts.models import Member
from callwright.web.calls.actions import cancel_call
from callwright.web.calls.models import Call
from callwright.web.customers.actions import move_stage, remove
from callwright.web.customers.models import Opportunity, Stage
from callwright.web.debriefs.actions.accepting import Made, set_state
from callwright.web.debriefs.actions.following import Kind, State, locked
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.models import Consequence
from callwright.web.plans.actions import remove_objective


@transaction.atomic
def take_back(*, consequence: Consequence, by: Member) -> Consequence:
    """Undoes what accepting wrote and offers it again. Raises Refused where somebody has worked on it since."""
    row = locked(consequence, by)
    if row.state == State.ACCEPTED:
        UNDO[row.kind](row, row.made or {}, by)
        row.offered.pop("changed", None)
        row.made, row.state, row.settled_at = None, State.OFFERED, None
        row.save(update_fields=["offered", "made", "state", "settled_at"])
    return row


def _stage(row: Consequence, made: Made, by: Member) -> None:
    ours = row.debrief.call.customer.opportunities
    opportunity = ours.filter(pk=made.get("opportunity", 0), stage=made.get("stage", 0)).first()
    before = Stage.objects.of(by).filter(pk=row.offered["from"]).first()
    if opportunity is None or before is None:
        raise Refused("The stage has been moved again since. Put it right on the customer’s page.")
    move_stage(opportunity=opportunity, stage=before, by=by, why="Taken back.")
    if row.offered["won"] and opportunity.state == Opportunity.State.WON:
        set_state(opportunity, Opportunity.State.OPEN, by)


def _knowledge(row: Consequence, made: Made, by: Member) -> None:
    known = row.debrief.call.customer.knowledge.filter(pk=made.get("knowledge", 0)).first()
    if known is not None and known.text != {**row.offered, **row.offered.get("changed", {})}["text"]:
        raise Refused("Those words have been changed since. Put them right on the customer’s page.")
    if known is not None:
        remove(row=known, by=by)


def _opportunity(row: Consequence, made: Made, by: Member) -> None:
    customer = row.debrief.call.customer
    opportunity = customer.opportunities.filter(pk=made.get("opportunity", 0)).first()
    if opportunity is not None and _worked_on(opportunity):
        raise Refused("That opportunity has been worked on since. Put it right on the customer’s page.")
    opening = customer.openings.filter(pk=made.get("opening", 0)).first()
    for one in filter(None, (opening, opportunity)):
        remove(row=one, by=by)


def _worked_on(opportunity: Opportunity) -> bool:
    untouched = opportunity.amount is None and opportunity.state == Opportunity.State.OPEN
    return not untouched or opportunity.calls.exists() or opportunity.stage_changes.count() > 1


def _next_call(row: Consequence, made: Made, by: Member) -> None:
    call = Call.objects.of(by).filter(pk=made.get("call"), state=Call.State.PLANNED).first()
    if call is None:
        return
    as_it_was = call.objectives.filter(pk=made.get("objective"), version=made.get("version")).exists()
    if call.frozen_at is not None or not as_it_was:
        raise Refused("That call has been worked on since. Change it in its plan, or cancel it there.")
    if row.offered["call"]:
        remove_objective(call=call, position=1, version=made["version"], by=by)
    else:
        cancel_call(call=call, by=by)


UNDO: Final[dict[str, Callable[[Consequence, Made, Member], None]]] = {
    Kind.STAGE: _stage,
    Kind.KNOWLEDGE: _knowledge,
    Kind.OPPORTUNITY: _opportunity,
    Kind.NEXT_CALL: _next_call,
}
"""What taking back does for each kind."""
