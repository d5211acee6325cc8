"""Members: whom one sees, and what somebody holds that would have to be handed over."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from callwright.web.accounts.models import Letter, Member, Person, Role, Team
from callwright.web.calls.models import Call
from callwright.web.customers.models import Customer
from callwright.web.people.queries.invitations import admins_vouch


@dataclass(frozen=True, slots=True)
class Held:
    """What somebody holds, and the one who asks may hand over."""

    customers: list[Customer]
    calls: list[Call]
    """Those to come, the next first."""


def colleagues(member: Member) -> QuerySet[Member]:
    """Everybody who works in the member's organization, by name; also who has left, for those who see all."""
    there = Member.objects.filter(organization_id=member.organization_id).select_related("person")
    there = there if member.sees_all else there.filter(active=True)
    return there.order_by("-active", "person__first_name", "pk")


def seen_members(member: Member) -> QuerySet[Member]:
    """Those whom the member sees on the page of people: all, for an admin; else those of own teams, and the admins."""
    there = colleagues(member).prefetch_related("teams")
    if member.sees_all:
        return there
    near = Member.objects.filter(teams__in=member.teams.all())
    return there.filter(Q(pk__in=near.values("pk")) | Q(role=Role.ADMIN) | Q(pk=member.pk))


def led_by(member: Member) -> QuerySet[Member]:
    """Those whose page the member may open: all, for an admin; for a manager those of the teams."""
    there = colleagues(member).prefetch_related("teams")
    return there if member.sees_all else there.filter(pk__in=member.seen if member.role == Role.MANAGER else [])


def takers(by: Member, instead_of: Member) -> QuerySet[Member]:
    """To whom somebody's calls and customers may be handed."""
    there = colleagues(by).filter(active=True).exclude(pk=instead_of.pk)
    if by.sees_all:
        return there
    near = Q(pk__in=by.seen)
    if by.pk == instead_of.pk:  # who leaves leaves it to those who led them
        near |= Q(role=Role.ADMIN) | Q(role=Role.MANAGER, teams__in=by.teams.all())
    return there.filter(pk__in=Member.objects.filter(near).values("pk"))


def held(member: Member, by: Member) -> Held:
    """The customers that a member owns and the calls to come, as far as `by` sees them."""
    customers = Customer.objects.of(by).filter(owner=member, merged_into=None)
    calls = Call.objects.of(by).filter(member=member, state=Call.State.PLANNED, starts__gt=timezone.now())
    return Held(list(customers), list(calls.select_related("customer").order_by("starts", "pk")))


def teams(member: Member) -> QuerySet[Team]:
    """The teams of the member's organization, each with its `members`."""
    rows: QuerySet[Team] = Team.objects.of(member).prefetch_related("members__person")
    return rows


def belongs_here_alone(member: Member) -> bool:
    """Whether an admin of this organization may speak for how the member signs in: no other one has a say in it."""
    elsewhere = Member.objects.filter(person_id=member.person_id, active=True)
    return admins_vouch() and not elsewhere.exclude(organization_id=member.organization_id).exists()


def letters(member: Member) -> QuerySet[Letter]:
    """The messages that an admin may hand on: to people of this organization and of no other."""
    if not (member.sees_all and admins_vouch()):
        return Letter.objects.none()
    active = Member.objects.filter(active=True)
    here = active.filter(organization_id=member.organization_id).values("person")
    elsewhere = active.exclude(organization_id=member.organization_id).values("person")
    waiting = Letter.objects.filter(expires_at__gt=timezone.now(), text__contains="://", person__in=here)
    return waiting.exclude(person__in=elsewhere).select_related("person")


def organizations(person: Person | AnonymousUser) -> list[Member]:
    """The memberships of a person, by the organization's name."""
    if not isinstance(person, Person):
        return []
    theirs = person.memberships.filter(active=True).select_related("organization")
    return list(theirs.order_by("organization__name", "pk"))
