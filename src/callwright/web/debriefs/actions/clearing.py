"""Many calls cleared at once from the list of those that wait."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.db import models, transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.actions import cancel_call, revive_call
from callwright.web.calls.models import Call
from callwright.web.debriefs.actions.beginning import open_debrief
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.models import Debrief, Result


class Clearing(models.TextChoices):
    """What may be said of several calls at once."""

    NOT_HELD = "not_held", "Didn’t take place"
    NOTHING = "nothing", "Nothing to record"
    ADVANCE = Result.ADVANCE.value, "Advance"
    CONTINUATION = Result.CONTINUATION.value, "Continuation"
    ORDER = Result.ORDER.value, "Order"
    NO_SALE = Result.NO_SALE.value, "No sale"


@transaction.atomic
def clear(*, calls: Sequence[Call], how: str, by: Member, now: dt.datetime | None = None) -> int:
    """Takes calls off the list; how many there were. Raises Refused for none, an unknown answer, or a future call."""
    now = now or timezone.now()
    if not calls:
        raise Refused("Mark the calls first.")
    if how not in Clearing.values:
        raise Refused("Say what became of them.")
    for call in calls:
        _clear(call, Clearing(how), by, now)
    return len(calls)


@transaction.atomic
def put_back(*, call: Call, by: Member) -> Call:
    """A call that was cleared waits again. Raises Refused for one whose debrief says more than was said in bulk."""
    if call.state == Call.State.CANCELLED:
        return revive_call(call=call, by=by)
    cleared = Debrief.objects.of(by).filter(call=call, in_bulk=True).first()
    if call.debriefed_at and cleared is None:
        raise Refused("What came of this call is written down; open it to change that.")
    if cleared is not None:
        cleared.result, cleared.saved_at, cleared.in_bulk = "", None, False
        cleared.save(update_fields=["result", "saved_at", "in_bulk"])
    call.debriefed_at = None
    call.save(update_fields=["debriefed_at"])
    return call


def _clear(call: Call, how: Clearing, by: Member, now: dt.datetime) -> None:
    if call.starts > now:
        raise Refused(f"The call on {call.customer} is still to come.")
    if call.debriefed_at:
        return
    if how is Clearing.NOT_HELD:
        cancel_call(call=call, by=by)
        return
    debrief = open_debrief(call=call, by=by, now=now)
    debrief.result = "" if how is Clearing.NOTHING else how.value
    debrief.saved_at, debrief.in_bulk, debrief.by = now, True, by  # what was typed before waits in the draft
    debrief.save()
    call.debriefed_at = now
    call.save(update_fields=["debriefed_at"])
