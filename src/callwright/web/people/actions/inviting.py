"""Who comes: an invitation is made, withdrawn, or used once."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable
from typing import Final

from django.db import transaction
from django.utils import timezone

from callwright.web.accounts.actions import give_sign_in
from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Invitation, Member, Person, Role, Team
from callwright.web.may import demand
from callwright.web.people.limits import PEOPLE
from callwright.web.people.queries.invitations import digest_of, waiting_invitations

LASTS: Final = dt.timedelta(days=7)
"""For how long an invitation can be used."""

GONE: Final = "This invitation has been used or withdrawn meanwhile."


@transaction.atomic
def invite(*, email: str, role: str = Role.REP, teams: Iterable[Team] = (), by: Member) -> tuple[Invitation, str]:
    """Invites whoever has that address; returns the secret for the link too, which is kept nowhere.

    One that waits for the same address is withdrawn. Raises NotYours; Refused for somebody who is in already.
    """
    demand(by.sees_all, PEOPLE)
    address = email.strip().lower()
    there = Member.objects.filter(organization_id=by.organization_id, active=True)
    if there.filter(person__emailaddress__email__iexact=address).exists():
        raise Refused("Somebody with that address is a member already.")
    waiting_invitations(by).filter(email=address).update(withdrawn_at=timezone.now())
    secret = secrets.token_urlsafe(32)
    made = Invitation.objects.create(
        organization_id=by.organization_id, email=address, role=role, by=by, digest=digest_of(secret),
        expires_at=timezone.now() + LASTS,
    )  # fmt: skip
    made.teams.set(teams)
    return made, secret


@transaction.atomic
def withdraw(*, invitation: Invitation, by: Member) -> None:
    """Takes an invitation back: its link leads nowhere from now on."""
    demand(by.sees_all, PEOPLE)
    Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(withdrawn_at=timezone.now())


@transaction.atomic
def accept(*, invitation: Invitation, person: Person) -> Member:
    """The person joins as the invitation says; whoever had left comes back. Raises Refused where it was used before."""
    kept = Invitation.objects.select_for_update().filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None).first()
    if kept is None:
        raise Refused(GONE)
    member, made = Member.objects.get_or_create(
        organization_id=kept.organization_id, person=person, defaults={"role": kept.role}
    )
    if not made and member.active:
        raise Refused("You are a member already: the invitation stays for whoever it was meant for.")
    member.role, member.active = kept.role, True
    member.save(update_fields=["role", "active"])
    member.teams.set(kept.teams.all())
    kept.accepted_at = timezone.now()
    kept.save(update_fields=["accepted_at"])
    return member


@transaction.atomic
def sign_up(*, invitation: Invitation, name: str, password: str, verified: bool) -> Member:
    """Somebody new joins, who signs in with the address of the invitation.

    verified: whether that it was mailed there shows that the address is theirs. Raises as `accept` and `give_sign_in`.
    """
    person = give_sign_in(person=Person(), name=name, email=invitation.email, password=password, verified=verified)
    return accept(invitation=invitation, person=person)
