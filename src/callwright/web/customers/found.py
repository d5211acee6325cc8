"""What of customers can be found, and how each hit reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.urls import reverse

from callwright.web.accounts.models import Owned
from callwright.web.customers.index import Hit, Source, register
from callwright.web.customers.models import Contact, Customer, Knowledge, Opening, Opportunity, Product

Show = Callable[[Any], Hit]


def _customer(row: Customer) -> Hit:
    return Hit(row.name, reverse("customer", args=[row.pk]), row.about)


def _contact(row: Contact) -> Hit:
    return Hit(str(row), f"{reverse('customer', args=[row.customer_id])}#contacts", row.customer.name)


def _opportunity(row: Opportunity) -> Hit:
    return Hit(row.name, f"{reverse('customer', args=[row.customer_id])}#opportunities", row.customer.name)


def _product(row: Product) -> Hit:
    return Hit(row.name, reverse("products"))


def said_of(part: str) -> Show:
    """How a text about a customer reads that stands in this part of the customer's page."""

    def show(row: Knowledge | Opening) -> Hit:
        return Hit(row.text, f"{reverse('customer', args=[row.customer_id])}#{part}", row.customer.name)

    return show


def _of_customer(number: int, kind: str, heading: str, model: type[Owned], columns: str, show: Show) -> Source:
    hidden = "customer__merged_into"
    return Source(number, kind, heading, model, tuple(columns.split()), show, related=("customer",), hidden=hidden)


SOURCES: Final = (
    Source(1, "customer", "Customers", Customer, ("name", "about"), _customer, hidden="merged_into"),
    _of_customer(2, "contact", "People", Contact, "name title email phone", _contact),
    _of_customer(3, "opportunity", "Opportunities", Opportunity, "name", _opportunity),
    Source(4, "product", "Products", Product, ("name",), _product),
    _of_customer(5, "opening", "What else you could sell", Opening, "text", said_of("openings")),
    _of_customer(6, "knowledge", "What we know", Knowledge, "text source", said_of("knowledge")),
)
"""The numbers from 7 on are for apps above; plans take 7 for objectives."""


def register_sources() -> None:
    """Makes all of it findable."""
    for source in SOURCES:
        register(source)
