"""What changes calls. Every write is one function: it checks, writes all or nothing, and returns the call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any, Final, TypedDict, Unpack

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from callwright.smart import CallwrightError
from callwright.web.accounts.models import Member
from callwright.web.calls.choices import open_opportunities
from callwright.web.calls.models import LONGEST, Call
from callwright.web.customers.models import Contact, Customer, Opportunity, Product

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

MOST_WORDS: Final = 500
YEARS: Final = (2000, 2100)
"""What a calendar of calls may hold: other years are slips of the finger."""


class CallRefused(CallwrightError):
    """A call that cannot be as asked; the text says why and what would do, for the one who asked."""


class Details(TypedDict, total=False):
    """What may be known of a call beside customer and time; what is left out is inferred or unknown."""

    contacts: Collection[Contact]
    others: str
    opportunity: Opportunity | None
    product: Product | None
    channel: str
    first_meeting: bool | None
    joined: Collection[Member]


MANY: Final = frozenset({"contacts", "joined"})


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
    if starts == call.starts:
        return call
    _refuse_unless_movable(call)
    check_time(starts, call.minutes)
    call_moving.send(Call, call=call)
    call.moved_from, call.starts = call.starts, starts
    call.save(update_fields=["moved_from", "starts"])
    call_moved.send(Call, call=call)
    return call


@transaction.atomic
def change_call(*, call: Call, minutes: int | None = None, by: Member, **details: Unpack[Details]) -> Call:
    """Other details of a call; those left out stay as they are. Raises CallRefused as `plan_call`."""
    if minutes is not None:
        check_time(call.starts, minutes)
        call.minutes = minutes
    _check_details(call.customer, by, details)
    for name, value in details.items():
        if name not in MANY:
            setattr(call, name, value)
    call.save()
    _set_people(call, details)
    call_changed.send(Call, call=call)
    return call


@transaction.atomic
def cancel_call(*, call: Call, by: Member) -> Call:
    """The call, cancelled: kept, out of the way. Raises CallRefused for one that is debriefed."""
    _refuse_unless_movable(call)
    call.state = Call.State.CANCELLED
    call.save(update_fields=["state"])
    call_cancelled.send(Call, call=call)
    return call


@transaction.atomic
def revive_call(*, call: Call, by: Member) -> Call:
    """A cancelled call, planned again at its time."""
    call.state = Call.State.PLANNED
    call.save(update_fields=["state"])
    return call


def check_time(starts: dt.datetime, minutes: int) -> None:
    """Raises CallRefused for a year or a length that no call has."""
    if not YEARS[0] <= starts.year < YEARS[1]:
        raise CallRefused(
            f"The year {starts.year} is out of the calendar; one from {YEARS[0]} to {YEARS[1] - 1} will do."
        )
    if not 1 <= minutes <= LONGEST:
        raise CallRefused(f"A call takes a whole number of minutes from 1 to {LONGEST}.")


def _made(*, customer: Customer, starts: dt.datetime, minutes: int, by: Member, details: Details, **fixed: Any) -> Call:
    check_time(starts, minutes)
    _check_details(customer, by, details)
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


def _check_details(customer: Customer, by: Member, details: Details) -> None:
    if customer.organization_id != by.organization_id or customer.merged_into_id:
        raise CallRefused("That customer is no longer there. Choose another, or type the name anew.")
    if any(one.customer_id != customer.pk for one in details.get("contacts", ())):
        raise CallRefused(f"One of those people is not at {customer}. Choose again who attends.")
    opportunity = details.get("opportunity")
    if opportunity is not None and opportunity.customer_id != customer.pk:
        raise CallRefused(f"That opportunity is not one with {customer}. Choose another.")
    if any(one.organization_id != by.organization_id for one in details.get("joined", ())):
        raise CallRefused("One of those colleagues is not here. Choose again who comes along.")
    if len(details.get("others", "")) > MOST_WORDS:
        raise CallRefused(f"Who attends takes up to {MOST_WORDS} characters.")


def _refuse_unless_movable(call: Call) -> None:
    if call.debriefed_at is not None:
        raise CallRefused("What came of this call is written down, so it stays where it is.")


def _set_people(call: Call, details: Details) -> None:
    if "contacts" in details:
        call.contacts.set(details["contacts"])
    if "joined" in details:
        call.joined.set(details["joined"])


def _only_one(opportunities: list[Opportunity]) -> Opportunity | None:
    return opportunities[0] if len(opportunities) == 1 else None
