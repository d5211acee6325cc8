"""What changes calls. Every write is one function: it checks, writes all or nothing, and returns the call."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, Unpack

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.checks import MANY, YEARS, Details, check_details, check_minutes, check_year
from callwright.web.calls.choices import open_opportunities
from callwright.web.calls.errors import CallRefused
from callwright.web.calls.models import Call
from callwright.web.customers.models import Customer, Opportunity

__all__ = [
    "YEARS",
    "CallRefused",
    "call_cancelled",
    "call_changed",
    "call_moved",
    "call_moving",
    "call_planned",
    "cancel_call",
    "change_call",
    "log_call",
    "move_call",
    "plan_call",
    "revive_call",
]

call_planned = Signal()
"""Sent with `call` once it is in the calendar, planned or logged afterwards."""
call_moving = Signal()
"""Sent with `call` before it moves: what holds of the old time, as a freeze that is due, is done now."""
call_moved = Signal()
"""Sent with `call` after it moved."""
call_changed = Signal()
"""Sent with `call` after its details changed: minutes, people, what it is about."""
call_cancelled = Signal()
"""Sent with `call` after it was cancelled."""

MOVING: Final = ("starts", "minutes", "state", "moved_from", "frozen_at", "debriefed_at")
"""What may change of a call while a page of it is open."""


@transaction.atomic
def plan_call(
    *,
    customer: Customer,
    starts: dt.datetime,
    minutes: int = 30,
    by: Member,
    whose: Member | None = None,
    **details: Unpack[Details],
) -> Call:
    """A new call of the member's on a customer. The customer's one open opportunity is taken where none is named.

    whose: the call's, where somebody else puts it in the calendar for them. Raises CallRefused for times and minutes
    out of range, and people who are not the customer's.
    """
    return _made(customer=customer, starts=starts, minutes=minutes, by=by, details=details, member=whose or by)


@transaction.atomic
def log_call(
    *, customer: Customer, starts: dt.datetime, minutes: int = 30, by: Member, **details: Unpack[Details]
) -> Call:
    """A call that took place without having been planned. Raises CallRefused as `plan_call`, and for a time to come."""
    if starts > timezone.now():
        raise CallRefused("That time is still to come: plan the call, and say afterwards what came of it.")
    return _made(customer=customer, starts=starts, minutes=minutes, by=by, details=details, unplanned=True)


@transaction.atomic
def move_call(*, call: Call, starts: dt.datetime, by: Member) -> Call:
    """The call at another time; objectives and their freeze go along. Raises CallRefused for one that is debriefed."""
    hold(call, by)
    if starts == call.starts:
        return call
    _refuse_unless_movable(call)
    check_year(starts)
    call_moving.send(Call, call=call)
    call.moved_from, call.starts = call.starts, starts
    call.save(update_fields=["moved_from", "starts"])
    call_moved.send(Call, call=call)
    return call


@transaction.atomic
def change_call(*, call: Call, minutes: int | None = None, by: Member, **details: Unpack[Details]) -> Call:
    """Other details of a call; those left out stay as they are. Raises CallRefused as `plan_call`."""
    hold(call, by)
    check_details(call.customer, by, details)
    new: dict[str, Any] = {name: value for name, value in details.items() if name not in MANY}
    if minutes is not None:
        check_minutes(minutes)
        new["minutes"] = minutes
    for name, value in new.items():
        setattr(call, name, value)
    call.save(update_fields=new)
    _set_people(call, details)
    call_changed.send(Call, call=call)
    return call


@transaction.atomic
def cancel_call(*, call: Call, by: Member) -> Call:
    """The call, cancelled: kept, out of the way. Raises CallRefused for one that is debriefed."""
    hold(call, by)
    _refuse_unless_movable(call)
    call.state = Call.State.CANCELLED
    call.save(update_fields=["state"])
    call_cancelled.send(Call, call=call)
    return call


@transaction.atomic
def revive_call(*, call: Call, by: Member) -> Call:
    """A cancelled call, planned again at its time."""
    hold(call, by)
    call.state = Call.State.PLANNED
    call.save(update_fields=["state"])
    return call


def hold(call: Call, by: Member) -> None:
    """Reads anew what others may have changed of a call, and keeps it from changing until the transaction ends.

    Raises CallRefused for a call of another organization, and one that has been removed.
    """
    rows = Call.objects.filter(organization_id=by.organization_id).select_for_update()
    try:
        call.refresh_from_db(fields=MOVING, from_queryset=rows)
    except Call.DoesNotExist as gone:
        raise CallRefused("That call is no longer there.") from gone


def _made(*, customer: Customer, starts: dt.datetime, minutes: int, by: Member, details: Details, **fixed: Any) -> Call:
    check_year(starts)
    check_minutes(minutes)
    check_details(customer, by, details)
    known: dict[str, Any] = {name: value for name, value in details.items() if name not in MANY}
    if known.get("opportunity") is None:
        known["opportunity"] = _only_one(open_opportunities(customer))
    call: Call = Call.objects.create(
        organization=by.organization,
        customer=customer,
        starts=starts,
        minutes=minutes,
        **{"member": by, **known, **fixed},
    )
    _set_people(call, details)
    call_planned.send(Call, call=call)
    return call


def _refuse_unless_movable(call: Call) -> None:
    if call.debriefed_at is not None:
        raise CallRefused("What came of this call is written down, so it stays where it is.")


def _set_people(call: Call, details: Details) -> None:
    if "contacts" in details:
        call.contacts.set(details["contacts"])
    if "joined" in details:
        call.joined.set(one for one in details["joined"] if one.pk != call.member_id)


def _only_one(opportunities: list[Opportunity]) -> Opportunity | None:
    return opportunities[0] if len(opportunities) == 1 else None
