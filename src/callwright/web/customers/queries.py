"""What is read of customers. Each page costs a number of queries that does not grow with what it shows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any, Final

from django.core.paginator import Page, Paginator
from django.db.models import OuterRef, Prefetch, QuerySet, Subquery, prefetch_related_objects
from django.utils import timezone

from callwright.web.accounts.models import Member, OwnedQuerySet
from callwright.web.customers.doubles import like, visible
from callwright.web.customers.models import Customer, Merge, Opportunity, Product, Stage

A_PAGE: Final = 50
"""Customers on a page of the list."""

LATEST: Final = 12
"""Pieces of knowledge on a customer's page before the rest is asked for."""

CALLS_SHOWN: Final = 5
"""Earlier calls, and cancelled ones, on a customer's page before the rest is asked for."""

MOST_CALLS: Final = 500
"""Earlier calls that are shown when all are asked for."""

OPEN: Final = Opportunity.State.OPEN


def kept(customer: Customer) -> Customer:
    """The customer itself or, where it was merged, the one that it is now part of."""
    while customer.merged_into is not None:
        customer = customer.merged_into
    return customer


@dataclass(frozen=True)
class Line:
    """A customer as the list shows it."""

    customer: Customer
    open_ones: list[Opportunity]
    next_call: dt.datetime | None
    last_call: dt.datetime | None


def customer_list(member: Member, number: str | None) -> tuple[Page[Customer], list[Line]]:
    """A page of the customers by name, and its lines. Costs four queries.

    number: as the address has it; nonsense gives the nearest page.
    """
    page = Paginator(visible(member), A_PAGE).get_page(number)
    page.object_list = list(page.object_list)
    return page, _lines(page.object_list)


def _lines(customers: list[Customer]) -> list[Line]:
    open_ones = Opportunity.objects.filter(state=OPEN).select_related("stage")
    prefetch_related_objects(customers, Prefetch("opportunities", open_ones, to_attr="open_ones"))
    times = _times(customers)
    return [Line(one, one.open_ones, *times.get(one.pk, (None, None))) for one in customers]  # type: ignore[attr-defined]


def _times(customers: list[Customer]) -> dict[int, tuple[dt.datetime | None, dt.datetime | None]]:
    """When each one's next call is, and when the last one was, by the customer's key."""
    now, calls = timezone.now(), Customer._meta.get_field("calls").related_model
    its_own: Any = calls._default_manager.filter(customer=OuterRef("pk"), state="planned").values("starts")
    times = Customer.objects.filter(pk__in=[one.pk for one in customers]).annotate(
        # Two looks into an index for each line, where a minimum over a join would read all calls there are.
        next=Subquery(its_own.filter(starts__gte=now).order_by("starts")[:1]),
        last=Subquery(its_own.filter(starts__lt=now).order_by("-starts")[:1]),
    )
    return {key: (upcoming, before) for key, upcoming, before in times.values_list("pk", "next", "last")}


@dataclass(frozen=True)
class Known:
    """All that a customer's page shows."""

    customer: Customer
    next_call: Any
    calls: list[Any]
    more_calls: bool
    cancelled: list[Any]
    open_ones: list[Opportunity]
    settled: list[Opportunity]
    contacts: list[Any]
    knowledge: list[Any]
    more_knowledge: bool
    openings: list[Any]
    closed_openings: list[Any]
    promised: list[Any]
    today: dt.date
    merges: list[Merge]
    like: list[Customer]
    stages: list[Stage]
    settles: bool
    """Whether who looks at it may remove it, or make it one with another."""


def known(member: Member, customer: Customer, *, everything: bool = False, all_calls: bool = False) -> Known:
    """What is known of a customer; calls and promises: those that the member sees.

    everything: all of the knowledge, not the latest only; all_calls: the same of calls that were held.
    """
    planned = _calls(member, customer).prefetch_related("objectives")
    before = planned.filter(starts__lt=timezone.now()).order_by("-starts")
    held = list(before[: MOST_CALLS if all_calls else CALLS_SHOWN + 1])
    sales = list(customer.opportunities.select_related("stage", "product").prefetch_related("stage_changes"))
    openings = list(customer.openings.select_related("opportunity"))
    learned = list(customer.knowledge.all()[: None if everything else LATEST + 1])
    return Known(
        customer=customer,
        next_call=planned.filter(starts__gte=timezone.now()).first(),
        calls=held if all_calls else held[:CALLS_SHOWN],
        more_calls=not all_calls and len(held) > CALLS_SHOWN,
        cancelled=list(_calls(member, customer, "cancelled").order_by("-starts")[:CALLS_SHOWN]),
        open_ones=[one for one in sales if one.state == OPEN],
        settled=[one for one in sales if one.state != OPEN],
        contacts=list(customer.contacts.all()),
        knowledge=learned if everything else learned[:LATEST],
        more_knowledge=not everything and len(learned) > LATEST,
        openings=[one for one in openings if not one.closed and one.opportunity is None],
        closed_openings=[one for one in openings if one.closed or one.opportunity is not None],
        promised=list(customer.commitments.of(member).filter(state="open")),
        today=timezone.localdate(),
        merges=list(customer.merges.filter(undone_at=None).select_related("other")),
        like=like(member, customer),
        stages=list(stages(member)),
        settles=customer.settled_by(member),
    )


def _calls(member: Member, customer: Customer, state: str = "planned") -> OwnedQuerySet:
    """The customer's calls, those of colleagues too. `seen` tells which of them may be opened."""
    calls: OwnedQuerySet = customer.calls.filter(state=state).select_related("member__person")
    return calls.with_sight(member, seen="")


def last_currency(member: Member) -> str:
    """The currency used last, or nothing."""
    used = Opportunity.objects.of(member).exclude(currency="").order_by("-id").values_list("currency", flat=True)
    return used.first() or ""


def stages(member: Member) -> QuerySet[Stage]:
    """The organization's buying stages, in order."""
    return Stage.objects.of(member)


def products(member: Member) -> QuerySet[Product]:
    """What the organization sells, by name."""
    return Product.objects.of(member)
