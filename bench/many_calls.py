"""Rows for the bench of the pages and for the test of their query plans: years of one rep's calls, written in bulk.

Whatever their number, the rep's present looks alike: five calls today, five to debrief, five promises that are due.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

LINE: Final = "The CFO agrees to a two-week pilot starting 1 December"
CALLS_EACH: Final = 40
"""Calls on a customer."""
A_DAY: Final = 5
"""Calls a day; 100,000 of them fill 55 years, which is what an index must not care about."""
BATCH: Final = 5000


def many_calls(member: Any, count: int) -> dict[str, int]:
    """Writes `count` calls for a member; the keys of one call to plan and of one to debrief."""
    with transaction.atomic():
        member.organization.started = True
        member.organization.save()
        customers = _customers(member, max(1, count // CALLS_EACH))
        past = _calls(member, customers, count - 3 * A_DAY)
        _held(member, past)
        waiting = _some(member, customers, dt.timedelta(days=-1))
        today = _some(member, customers, dt.timedelta(hours=1))
        _some(member, customers, dt.timedelta(days=1))
        _due(member, past[:A_DAY])
    return {"plan": today[0].pk, "debrief": waiting[0].pk}


def _customers(member: Any, count: int) -> list[Any]:
    from callwright.web.customers.models import Contact, Customer, Knowledge

    common = {"organization": member.organization}
    made = [Customer(name=f"Customer {number}", owner=member, **common) for number in range(count)]
    customers = Customer.objects.bulk_create(made, BATCH)
    Contact.objects.bulk_create(
        [Contact(customer=one, name="Dana Reyes", title="CFO", **common) for one in customers], BATCH
    )
    known = [Knowledge(customer=one, text="The CFO decides", learned_on=timezone.localdate(), **common)
             for one in customers for _ in range(3)]  # fmt: skip
    Knowledge.objects.bulk_create(known, BATCH)
    return customers


def _calls(member: Any, customers: list[Any], count: int) -> list[Any]:
    """Calls that were held and debriefed, the latest first."""
    from callwright.web.calls.models import Call

    now = timezone.now()
    made = []
    for number in range(count):
        starts = now - dt.timedelta(days=2 + number // A_DAY, hours=number % A_DAY)
        made.append(
            Call(organization=member.organization, customer=customers[number % len(customers)], member=member,
                 starts=starts, frozen_at=starts, debriefed_at=starts)
        )  # fmt: skip
    return Call.objects.bulk_create(made, BATCH)


def _held(member: Any, calls: list[Any]) -> None:
    """Their objectives, and what came of them."""
    from callwright.web.debriefs.models import Commitment, Debrief
    from callwright.web.plans.models import Objective

    common = {"organization": member.organization}
    lines = {"text": LINE, "smart": True, "letters": "+++++", "outcome": "accomplished"}
    Objective.objects.bulk_create((Objective(call=one, **lines, **common) for one in calls), BATCH)
    Debrief.objects.bulk_create(
        (Debrief(call=one, result="advance", opened_at=one.starts, saved_at=one.starts, **common) for one in calls),
        BATCH,
    )
    promised = (
        Commitment(customer_id=one.customer_id, call=one, text="mail the contract", due=one.starts.date(),
                   state="kept", settled_on=one.starts.date(), **common)
        for one in calls[::2]
    )  # fmt: skip
    Commitment.objects.bulk_create(promised, BATCH)


def _some(member: Any, customers: list[Any], later: dt.timedelta) -> list[Any]:
    """A day's calls with an objective each."""
    from callwright.web.calls.models import Call
    from callwright.web.plans.models import Objective

    common = {"organization": member.organization}
    made = [
        Call(customer=customers[number % len(customers)], member=member,
             starts=timezone.now() + later + dt.timedelta(minutes=number), **common)
        for number in range(A_DAY)
    ]  # fmt: skip
    calls = Call.objects.bulk_create(made)
    Objective.objects.bulk_create([Objective(call=one, text=LINE, letters="+++++", **common) for one in calls])
    return calls


def _due(member: Any, calls: list[Any]) -> None:
    from callwright.web.debriefs.models import Commitment

    Commitment.objects.bulk_create(
        Commitment(organization=member.organization, customer_id=one.customer_id, call=one, text="name a date",
                   due=timezone.localdate())
        for one in calls
    )  # fmt: skip


def pages(keys: dict[str, int]) -> Iterator[tuple[str, str]]:
    """The pages that are timed, by name and address."""
    yield "Today", "/"
    yield "This week", "/week/"
    yield "Plan", f"/calls/{keys['plan']}/plan/"
    yield "Debrief", f"/calls/{keys['debrief']}/debrief/"
    yield "To debrief", "/calls/to-debrief/"
    yield "Promises", "/calls/commitments/"
    yield "Customers", "/customers/"
