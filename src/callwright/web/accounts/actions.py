"""What changes people and organizations."""

from __future__ import annotations

from django.db import transaction
from django.dispatch import Signal

from callwright.web.accounts.models import Member, Organization, Person, Role

organization_made = Signal()
"""Sent with `organization` once a new one is there: apps above add what each one starts with."""

ALONE = "me"
"""The user name of the one who works alone."""


@transaction.atomic
def open_personal_workspace() -> Member:
    """The member of the personal organization, made on first use. There is no password: nobody signs in to it."""
    person, made = Person.objects.get_or_create(username=ALONE)
    if made:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    member = Member.objects.select_related("organization", "person").filter(
        person=person, organization__personal=True
    ).first()  # fmt: skip
    if member is not None:
        return member
    organization = Organization.objects.create(name="My calls", personal=True)
    member = Member.objects.create(organization=organization, person=person, role=Role.ADMIN)
    organization_made.send(Organization, organization=organization)
    return member
