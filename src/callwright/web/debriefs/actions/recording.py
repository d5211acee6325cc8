"""A debrief is saved: outcomes, promises, the result, and what follows from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from itertools import count

from django.db import transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.customers.actions.accounts import ours
from callwright.web.debriefs.actions.beginning import open_debrief
from callwright.web.debriefs.actions.following import offer
from callwright.web.debriefs.errors import Refused, SavedSince
from callwright.web.debriefs.held import Held, day_of, held, held_objectives
from callwright.web.debriefs.models import Commitment, Debrief, Result
from callwright.web.debriefs.offers import offers
from callwright.web.debriefs.said import OfObjective, Promised, Said, proposal
from callwright.web.plans.actions import save_objective
from callwright.web.plans.models import Objective, Outcome


@transaction.atomic
def record_debrief(
    *, call: Call, said: Said, by: Member, seen: dt.datetime | None = None, now: dt.datetime | None = None
) -> Debrief:
    """Keeps what is said of a call, for the first time or anew, and offers what follows from it.

    seen: when the debrief that the rep looked at had been saved, None for never; SavedSince where it was saved since.
    Raises Refused for an unknown outcome or result, or a call that was cancelled or is somebody else's.
    """
    ours(call, by)
    now = now or timezone.now()
    opened = open_debrief(call=call, by=by, now=now)
    debrief: Debrief = Debrief.objects.select_for_update().get(pk=opened.pk)
    if debrief.saved_at != seen:
        raise SavedSince(
            "This debrief was saved in another window, as it reads below. Save again to put yours in its place."
        )
    said, objectives = _with_stated(call, said, by)
    there = set(Objective.objects.filter(call=call).values_list("pk", flat=True))
    for one in objectives:
        _keep_outcome(one, said.objectives.get(one.pk) if one.pk in there else None)
    _keep_promises(call, said.promises, by)
    _keep_debrief(debrief, said, objectives, now, by)
    if call.debriefed_at is None:
        call.debriefed_at = now
        call.save(update_fields=["debriefed_at"])
    offer(debrief=debrief, offers=offers(call, debrief, objectives, timezone.localdate(now)))
    return debrief


def _with_stated(call: Call, said: Said, by: Member) -> tuple[Said, list[Held]]:
    """What was said, and the call's objectives; one that is stated only now is among them from now on."""
    objectives, text = held_objectives(call), said.afterwards.strip()
    if not text:
        return said, objectives
    taken = {one.objective.position for one in objectives}
    place = next(place for place in count(1) if place not in taken)
    stated = held(save_objective(call=call, position=place, text=text, version=0, by=by))
    known = {**said.objectives, stated.pk: said.of_afterwards}
    return replace(said, objectives=known, afterwards="", of_afterwards=OfObjective()), [*objectives, stated]


def _keep_outcome(one: Held, of: OfObjective | None) -> None:
    if of is None:
        return
    if of.outcome not in ("", *Outcome.values):
        raise Refused("An objective is accomplished, fallback, partly or not.")
    one.objective.outcome, one.objective.evidence = of.outcome, of.evidence.strip()
    one.objective.save(update_fields=["outcome", "evidence"])


def _keep_promises(call: Call, promises: Sequence[Promised], by: Member) -> None:
    """Those told are the call's; an open one that is told no more is gone, one that was settled stays."""
    before = {one.pk: one for one in Commitment.objects.of(by).filter(call=call)}
    told = [one for one in promises if one.text.strip()]
    for promised in told:
        row = before.pop(promised.pk, None) or Commitment(organization=call.organization, call=call)
        row.customer, row.contact_id = call.customer, promised.contact
        row.text, row.due = promised.text.strip(), promised.due
        row.save()
    for row in before.values():
        if row.state == Commitment.State.OPEN:
            row.delete()


def _keep_debrief(debrief: Debrief, said: Said, objectives: Sequence[Held], now: dt.datetime, by: Member) -> None:
    if said.result not in ("", *Result.values):
        raise Refused("A call ends in an order, an advance, a continuation or no sale.")
    debrief.proposed = proposal(said, objectives, day_of(debrief.call)).result
    debrief.result = said.result or debrief.proposed
    debrief.refused, debrief.minutes_taken = said.refused, said.minutes_taken
    debrief.learned = {topic: text.strip() for topic, text in said.learned.items() if text.strip()}
    debrief.opening = said.opening.strip()
    debrief.saved_at, debrief.by, debrief.draft, debrief.in_bulk = now, by, None, False
    debrief.save()
