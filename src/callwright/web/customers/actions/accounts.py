"""Customers and the people there."""

from __future__ import annotations

from django.db import models, transaction

from callwright.web.accounts.models import Member, Owned
from callwright.web.customers.errors import Refused
from callwright.web.customers.models import Contact, Customer
from callwright.web.customers.names import fold
from callwright.web.customers.queries import kept
from callwright.web.may import WHOLE_CUSTOMERS, demand


def named(name: str, what: str, most: int = 200) -> str:
    """A name fit to be kept, its blanks put in order. Raises Refused for none, or one that is too long."""
    name = " ".join(name.split())
    if not name:
        raise Refused(f"{what} needs a name.")
    if len(name) > most:
        raise Refused(f"That name has {len(name)} characters; {most} is the most that is kept.")
    return name


def ours(row: Owned | None, by: Member) -> None:
    """Raises Refused for a row of another organization than that of the member who acts."""
    if row is not None and row.organization_id != by.organization_id:
        raise Refused("That belongs to another organization.")


@transaction.atomic
def add_customer(*, name: str, by: Member, about: str = "") -> Customer:
    """The customer of that name, made if there is none: case, accents and blanks make no other name.

    One that was merged into another is that other. Raises Refused for no name or one that is too long.
    """
    name = named(name, "A customer")
    there = Customer.objects.of(by).filter(folded=fold(name)).order_by(models.F("merged_into").asc(nulls_first=True))
    known: Customer | None = there.first()
    if known is not None:
        return kept(known)
    return Customer.objects.create(organization=by.organization, owner=by, name=name, about=about.strip())


def change_customer(*, customer: Customer, name: str, about: str, by: Member) -> Customer:
    """Another name, other words about it."""
    ours(customer, by)
    customer.name, customer.about = named(name, "A customer"), about.strip()
    customer.save(update_fields=["name", "folded", "bare", "about"])
    return customer


@transaction.atomic
def add_contact(
    *, customer: Customer, name: str, by: Member, title: str = "", role: str = "", email: str = "", phone: str = ""
) -> Contact:
    """Somebody at a customer. One of that name who is there already is taken, with blanks filled in."""
    ours(customer, by)
    name = named(name, "A contact")
    given = {"title": title.strip(), "role": role, "email": email.strip(), "phone": phone.strip()}
    known: Contact | None = Contact.objects.of(by).filter(customer=customer, folded=fold(name)).first()
    if known is None:
        return Contact.objects.create(organization=by.organization, customer=customer, name=name, **given)
    for field, value in given.items():
        setattr(known, field, getattr(known, field) or value)
    known.save(update_fields=given)
    return known


def change_contact(
    *, contact: Contact, name: str, by: Member, title: str, role: str, email: str, phone: str
) -> Contact:
    """What is known of somebody, put right."""
    ours(contact, by)
    contact.name, contact.role = named(name, "A contact"), role
    contact.title, contact.email, contact.phone = title.strip(), email.strip(), phone.strip()
    contact.save(update_fields=["name", "folded", "role", "title", "email", "phone"])
    return contact


@transaction.atomic
def remove(*, row: Owned, by: Member) -> None:
    """Does away with a customer, or with something that is known of one, and with all that hangs on it.

    Raises NotYours for a customer that is for others to remove.
    """
    ours(row, by)
    if isinstance(row, Customer):
        demand(row.settled_by(by), WHOLE_CUSTOMERS)
    row.delete()
