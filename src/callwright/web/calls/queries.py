"""Which calls there are, and what can be told of one from those before it."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db.models import Q
from django.utils import timezone

from callwright.web.accounts.models import Member, OwnedQuerySet
from callwright.web.calls.models import LONGEST, Call
from callwright.web.customers.models import Contact, Customer

ROLES: Final = {"decides": "decision maker", "pays": "budget holder", "uses": "user", "door": "gatekeeper"}
"""What the engine calls a contact of whom only the role in the purchase is known."""


def call_of(member: Member, pk: int) -> Call | None:
    """One call with all that its own page shows, or None where the member has no such call."""
    wanted = (
        Call.objects.of(member)
        .with_sight(member, customer_seen="customer")
        .select_related("customer", "opportunity__stage", "product", "series", "member__person")
    )
    found: Call | None = wanted.prefetch_related("contacts", "joined__person").filter(pk=pk).first()
    return found


def on_days(member: Member, first: dt.date, last: dt.date) -> OwnedQuerySet:
    """The member's calls, own and joint, on the days from `first` to `last`, cancelled ones left out; in order.

    Days are those of the current time zone. Customer, opportunity with its stage, and contacts come along.
    """
    begin, end = midnight(first), midnight(last + dt.timedelta(days=1))
    return calls_between(member, begin, end).filter(state=Call.State.PLANNED)


def calls_between(member: Member, begin: dt.datetime, end: dt.datetime) -> OwnedQuerySet:
    """The member's calls, own and joint, that start from `begin` until before `end`, in order."""
    in_time = Q(starts__gte=begin, starts__lt=end)
    # The few joint calls first: one condition joined by OR across two tables would read them all.
    joint = list(Call.objects.of(member).filter(in_time, joined=member).order_by().values_list("pk", flat=True))
    mine = in_time & (Q(member=member) | Q(pk__in=joint)) if joint else in_time & Q(member=member)
    found: OwnedQuerySet = (
        Call.objects.of(member).filter(mine).select_related("customer", "opportunity__stage", "product")
    )
    return found.prefetch_related("contacts").order_by("starts", "pk")


def last_held(call: Call, member: Member, now: dt.datetime | None = None) -> Call | None:
    """The customer's call before this one, if it has begun by now (default: the clock); cancelled ones do not count.

    A colleague's counts for a member who sees the customer. Who sees this call alone is told of those they see.
    """
    until = min(call.starts, now or timezone.now())
    others = _others_on(call) if call.customer_seen else _others_on(call).of(member)
    found: Call | None = others.filter(starts__lt=until).order_by("-starts", "-pk").first()
    return found


def is_first_meeting(call: Call) -> bool | None:
    """Whether the customer meets us for the first time. None: nobody can tell from what is written down.

    What was said of the call comes first, then whether there was an earlier call, then where the customer stands.
    """
    if call.first_meeting is not None:
        return call.first_meeting
    if _others_on(call).filter(starts__lt=call.starts).exists():
        return False
    stage = call.opportunity.stage if call.opportunity else None
    return None if stage is None else stage.kind == "introduction"


def attendees(call: Call) -> tuple[str, ...]:
    """Who attends, as the engine takes it: "Dana Reyes (CFO)", "the new IT lead"."""
    return tuple(filter(None, [*(_standing(one) for one in call.contacts.all()), *split(call.others)]))


def split(others: str) -> list[str]:
    """People in words, separated by commas or semicolons, one by one."""
    return [one.strip() for one in others.replace(";", ",").split(",") if one.strip()]


def overlapping(
    customer: Customer, starts: dt.datetime, minutes: int, member: Member, but: Call | None = None
) -> list[Call]:
    """Calls on the same customer, not cancelled, whose time overlaps; `but` leaves out one of them.

    A colleague's is among them for a member who sees the customer; `seen` tells which may be opened.
    """
    ends = starts + dt.timedelta(minutes=minutes)
    earliest = starts - dt.timedelta(minutes=LONGEST)
    near = customer.calls.filter(state=Call.State.PLANNED, starts__lt=ends, starts__gt=earliest)
    told = near.with_sight(member, seen="", customer_seen="customer").select_related("member__person")
    there = [one for one in told if (one.seen or one.customer_seen) and one.ends > starts]
    return [one for one in there if but is None or one.pk != but.pk]


def midnight(day: dt.date) -> dt.datetime:
    """The moment at which a day begins in the current time zone."""
    return timezone.make_aware(dt.datetime.combine(day, dt.time.min))


def _others_on(call: Call) -> OwnedQuerySet:
    same = Call.objects.filter(organization_id=call.organization_id, customer_id=call.customer_id)
    others: OwnedQuerySet = same.filter(state=Call.State.PLANNED).exclude(pk=call.pk)
    return others


def _standing(contact: Contact) -> str:
    known = contact.title or ROLES.get(contact.role, "")
    return f"{contact.name} ({known})" if known and contact.name else contact.name or known
