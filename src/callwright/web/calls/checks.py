"""What may be said of a call, and what a call cannot be: every action asks here before it writes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Final, TypedDict

from callwright.web.accounts.models import Member
from callwright.web.calls.errors import CallRefused
from callwright.web.calls.models import LONGEST
from callwright.web.customers.models import Contact, Customer, Opportunity, Product

LONGEST_OTHERS: Final = 500
"""Characters of who attends, in words."""

YEARS: Final = (2000, 2100)
"""What a calendar of calls may hold, the last year left out: other years are slips of the finger."""


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
"""Those of them that are rows of other tables."""


def check_year(starts: dt.datetime) -> None:
    """Raises CallRefused for a year that no call is in."""
    if not YEARS[0] <= starts.year < YEARS[1]:
        raise CallRefused(
            f"The year {starts.year} is out of the calendar; one from {YEARS[0]} to {YEARS[1] - 1} will do."
        )


def check_minutes(minutes: int) -> None:
    """Raises CallRefused for a length that no call has."""
    if not 1 <= minutes <= LONGEST:
        raise CallRefused(f"A call takes a whole number of minutes from 1 to {LONGEST}.")


def check_details(customer: Customer, by: Member, details: Details) -> None:
    """Raises CallRefused for people and things that do not belong to the customer, or to the member's organization."""
    if customer.organization_id != by.organization_id or customer.merged_into_id:
        raise CallRefused("That customer is no longer there. Choose another, or type the name anew.")
    if any(one.customer_id != customer.pk for one in details.get("contacts", ())):
        raise CallRefused(f"One of those people is not at {customer}. Choose again who attends.")
    opportunity, product = details.get("opportunity"), details.get("product")
    if opportunity is not None and opportunity.customer_id != customer.pk:
        raise CallRefused(f"That opportunity is not one with {customer}. Choose another.")
    if product is not None and product.organization_id != by.organization_id:
        raise CallRefused("That product is no longer there. Choose another.")
    if any(one.organization_id != by.organization_id for one in details.get("joined", ())):
        raise CallRefused("One of those colleagues is not here. Choose again who comes along.")
    if len(details.get("others", "")) > LONGEST_OTHERS:
        raise CallRefused(f"Who attends takes up to {LONGEST_OTHERS} characters.")
