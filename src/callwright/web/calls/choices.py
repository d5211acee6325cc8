"""What there is to choose from for a call: customers, their people and opportunities, products, colleagues."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db.models import Q
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.customers.doubles import visible
from callwright.web.customers.models import Contact, Customer, Opportunity, Product, Stage
from callwright.web.customers.names import fold
from callwright.web.customers.queries import stages

OF_LATE: Final = 4
"""Customers offered before anything is typed: few, so that the rest of the form stays in view."""

REMEMBERED: Final = 60
"""How many of a member's calls are looked through for the customers of late."""


def customers_like(member: Member, typed: str, most: int = 6) -> list[Customer]:
    """Customers whose name holds what was typed, those that begin with it first; for nothing typed, those of late."""
    words = fold(typed)
    if not words:
        return customers_of_late(member)
    begin = list(visible(member).filter(folded__startswith=words)[:most])
    within = visible(member).filter(folded__contains=words).exclude(folded__startswith=words)
    return begin + list(within[: most - len(begin)])


def customer_named(member: Member, name: str) -> Customer | None:
    """The customer of just that name, case, accents and blanks aside."""
    found: Customer | None = visible(member).filter(folded=fold(name)).first()
    return found


def customers_of_late(member: Member, most: int = OF_LATE) -> list[Customer]:
    """The customers of the member's latest calls, then any others by name."""
    soon = timezone.now() + dt.timedelta(days=1)
    late = Call.objects.of(member).filter(member=member, starts__lt=soon, customer__merged_into=None)
    late = late.with_sight(member, customer_seen="customer").select_related("customer").order_by("-starts")
    recent = [call.customer for call in late[:REMEMBERED] if call.customer_seen]
    by_name = visible(member)[:most]
    return list({one.pk: one for one in [*recent, *by_name]}.values())[:most]


def customer_of(member: Member, pk: int) -> Customer | None:
    """One customer that is there, or None."""
    found: Customer | None = visible(member).filter(pk=pk).first()
    return found


def people_of(customer: Customer) -> list[Contact]:
    """The customer's contacts."""
    return list(customer.contacts.all())


def open_opportunities(customer: Customer) -> list[Opportunity]:
    """What the customer may still buy, the newest first."""
    return list(customer.opportunities.filter(state=Opportunity.State.OPEN).select_related("stage"))


def products_of(member: Member) -> list[Product]:
    """What the organization sells."""
    return list(Product.objects.of(member))


def colleagues(member: Member, call: Call | None = None) -> list[Member]:
    """Who might come along on a call of the member's, or on one that is there; none where one works alone.

    Of a call that is there whoever asks may be among them: it may be a colleague's.
    """
    if member.organization.personal:
        return []
    whose = call.member_id if call else member.pk
    here = Q(active=True) | Q(joint_calls=call) if call else Q(active=True)
    others = Member.objects.filter(here, organization_id=member.organization_id).exclude(pk=whose)
    return sorted(set(others.select_related("person")), key=str)


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a customer may stand, and for a call that is about nothing yet what it may be about.

    Nothing to choose from where it is about nothing and whoever asks sees the call alone, and not its customer.
    """

    stages: list[Stage]
    opportunities: list[Opportunity]


def standing_of(member: Member, call: Call) -> Standing:
    """What there is to choose from to say where the customer stands on a call."""
    if call.opportunity_id:
        return Standing(list(stages(member)), [])
    return Standing(list(stages(member)), open_opportunities(call.customer)) if call.customer_seen else Standing([], [])
