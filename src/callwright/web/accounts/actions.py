"""What changes people and organizations."""

from __future__ import annotations

import uuid

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.dispatch import Signal
from django.http import HttpRequest

from callwright.web.accounts.errors import Refused
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


@transaction.atomic
def open_door(*, member: Member, organization: str, name: str, email: str, password: str) -> Member:
    """The personal workspace becomes an organization, whose admin signs in with that address and password.

    Every row stays as it is; from then on everybody has to sign in. Raises Refused where that has been done already,
    or somebody else signs in with that address; ValidationError for a password that is too easy to guess.
    """
    place = Organization.objects.select_for_update().get(pk=member.organization_id)
    if not place.personal:
        raise Refused("This is an organization already: invite others into it.")
    give_sign_in(person=member.person, name=name, email=email, password=password)
    place.name, place.personal = organization, False
    place.save(update_fields=["name", "personal"])
    return Member.objects.select_related("organization", "person").get(pk=member.pk)


@transaction.atomic
def give_sign_in(*, person: Person, name: str, email: str, password: str, verified: bool = True) -> Person:
    """The person, new or not, signs in with that address and password from now on.

    verified: whether the address is known to be theirs. Raises as `open_door`.
    """
    address = email.strip().lower()
    if Person.objects.filter(emailaddress__email__iexact=address).exclude(pk=person.pk).exists():
        raise Refused("Somebody signs in with that address already.")
    person.username, person.first_name, person.email = unguessed(), name, address
    validate_password(password, person)
    person.set_password(password)
    person.save()
    EmailAddress.objects.create(user=person, email=address, verified=verified, primary=True)
    return person


def unguessed() -> str:
    """A user name that says nothing of its person and is typed nowhere: one signs in by address."""
    return uuid.uuid4().hex


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
