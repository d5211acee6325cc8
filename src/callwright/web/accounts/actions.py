"""What changes people and organizations."""

from __future__ import annotations

from django.db import transaction
from django.dispatch import Signal
from django.http import HttpRequest

from callwright.web.accounts.models import Member, Organization, Person, Role
from callwright.web.accounts.queries import ALONE, personal_member

organization_made = Signal()
"""Sent with `organization` once a new one is there: apps above add what each one starts with."""


@transaction.atomic
def open_personal_workspace() -> Member:
    """The member of the personal organization, made on first use. There is no password: nobody signs in to it."""
    person, made = Person.objects.get_or_create(username=ALONE)
    if made:
        person.set_unusable_password()
        person.save(update_fields=["password"])
    member = personal_member()
    if member is not None:
        return member
    organization = Organization.objects.create(name="My calls", personal=True)
    member = Member.objects.create(organization=organization, person=person, role=Role.ADMIN)
    organization_made.send(Organization, organization=organization)
    return member


def signed_in(request: HttpRequest) -> Member:
    """The member who asks. Without sign-in, which is on loopback alone, that is the one of the personal workspace."""
    return personal_member() or open_personal_workspace()
