"""What changes people and organizations."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from django.http import HttpRequest

from callwright.web.accounts.models import Member, Organization, Person, Role
from callwright.web.accounts.queries import ALONE, membership_of, personal_member

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
    return found_organization(name="My calls", person=person, personal=True)


@transaction.atomic
def found_organization(*, name: str, person: Person, personal: bool = False) -> Member:
    """A new organization with that person as its first admin."""
    organization = Organization.objects.create(name=name, personal=personal)
    member = Member.objects.create(organization=organization, person=person, role=Role.ADMIN)
    organization_made.send(Organization, organization=organization)
    return member


def signed_in(request: HttpRequest) -> Member | None:
    """The member who asks, or None: somebody who has to sign in first, or belongs to no organization.

    Nobody needs to sign in while there is only the personal workspace, which is served on loopback alone.
    """
    user = request.user
    if isinstance(user, Person) and user.is_authenticated:
        return membership_of(user, request.session.get("organization"))
    if settings.SIGN_IN:
        return None
    alone = personal_member()
    if alone is None and not Organization.objects.exists():
        return open_personal_workspace()
    return alone
