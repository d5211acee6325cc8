"""Roles and teams."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import IntegrityError, transaction

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Member, Organization, Role, Team
from callwright.web.may import demand
from callwright.web.people.limits import PEOPLE


@transaction.atomic
def place(*, member: Member, role: str, teams: Iterable[Team], by: Member) -> Member:
    """What a member is, and in which teams. Raises NotYours; Refused for the last admin."""
    demand(by.sees_all and by.organization_id == member.organization_id, PEOPLE)
    if role != Role.ADMIN:
        keep_an_admin(member)
    member.role = role
    member.save(update_fields=["role"])
    member.teams.set(teams)
    return member


def keep_an_admin(without: Member) -> None:
    """Goes on only where the organization has an admin beside that member. Raises Refused. In a transaction."""
    Organization.objects.select_for_update().get(pk=without.organization_id)
    admins = Member.objects.filter(organization_id=without.organization_id, role=Role.ADMIN, active=True)
    if without.active and not admins.exclude(pk=without.pk).exists():
        raise Refused(f"{without} is the only admin. Make somebody else one first.")


def add_team(*, name: str, by: Member) -> Team:
    """A new team. Raises NotYours; Refused where there is one of that name."""
    demand(by.sees_all, PEOPLE)
    return _named(Team(organization_id=by.organization_id, name=name))


def rename_team(*, team: Team, name: str, by: Member) -> Team:
    """Another name for a team. Raises as `add_team`."""
    demand(by.sees_all, PEOPLE)
    team.name = name
    return _named(team)


@transaction.atomic
def remove_team(*, team: Team, by: Member) -> None:
    """Takes a team away; its members stay. What was shared with it is not shared with them any more."""
    demand(by.sees_all, PEOPLE)
    team.delete()


def _named(team: Team) -> Team:
    try:
        with transaction.atomic():
            team.save()
    except IntegrityError as taken:
        raise Refused("There is a team of that name already.") from taken
    return team
