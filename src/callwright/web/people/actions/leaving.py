"""Who goes, and what goes from one member to another."""

from __future__ import annotations

from collections.abc import Iterable

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Letter, Member
from callwright.web.calls.models import Call
from callwright.web.customers.models import Customer, Share
from callwright.web.may import demand
from callwright.web.people.actions.organizing import keep_an_admin
from callwright.web.people.limits import HANDING_OVER, PEOPLE
from callwright.web.people.queries.members import held, takers


@transaction.atomic
def hand_over(*, member: Member, to: Member, customers: Iterable[Customer], calls: Iterable[Call], by: Member) -> int:
    """Gives customers and calls to come of a member to another; how many of both.

    Only what is the member's, and `by` sees, goes over. Raises NotYours; Refused where `to` cannot take it.
    """
    demand(by.sees_all or (by.leads and member.pk in by.seen), HANDING_OVER)
    return _give(member, to, by, [one.pk for one in customers], [one.pk for one in calls])


@transaction.atomic
def leave(*, member: Member, to: Member | None, by: Member) -> None:
    """A member goes: what they hold goes to another, past calls stay under their name, and their sessions end.

    to: may be None where they hold nothing. Raises NotYours; Refused for the last admin, or where somebody has to
    take over.
    """
    demand(by.pk == member.pk or (by.sees_all and by.organization_id == member.organization_id), PEOPLE)
    keep_an_admin(member)
    theirs = held(member, member)
    if to is None and (theirs.customers or theirs.calls):
        raise Refused(f"Say who takes over what {member} holds.")
    if to is not None:
        _give(member, to, by, [one.pk for one in theirs.customers], [one.pk for one in theirs.calls])
    _strike(member)


@transaction.atomic
def bring_back(*, member: Member, by: Member) -> None:
    """Somebody who had gone is a member again, as before; what was handed over stays where it is. Raises NotYours."""
    demand(by.sees_all and by.organization_id == member.organization_id, PEOPLE)
    member.active = True
    member.save(update_fields=["active"])


def end_sessions(person_key: int) -> None:
    """Signs a person out everywhere."""
    kept = UserSession.objects.filter(user_id=person_key)
    Session.objects.filter(session_key__in=list(kept.values_list("session_key", flat=True))).delete()
    kept.delete()


def _give(member: Member, to: Member, by: Member, customers: list[int], calls: list[int]) -> int:
    if not takers(by, member).filter(pk=to.pk).exists():
        raise Refused(f"{to} cannot take that over.")
    theirs = held(member, by)
    owned = [one.pk for one in theirs.customers if one.pk in customers]
    planned = [one.pk for one in theirs.calls if one.pk in calls]
    Customer.objects.filter(pk__in=owned).update(owner=to)
    Call.objects.filter(pk__in=planned).update(member=to)
    for call in Call.objects.filter(pk__in=planned, joined=to):
        call.joined.remove(to)  # whose call it is does not come along beside
    _let_see([one.customer_id for one in theirs.calls if one.pk in planned], to, by)
    return len(owned) + len(planned)


def _let_see(customers: list[int], to: Member, by: Member) -> None:
    """Shares with somebody the customers on whom they call from now on, where they do not see them already."""
    unseen = Customer.objects.filter(pk__in=customers).exclude(pk__in=Customer.objects.of(to).values("pk"))
    Share.objects.bulk_create(
        Share(organization_id=to.organization_id, customer=customer, member=to, by=by) for customer in unseen
    )


def _strike(member: Member) -> None:
    """They are in no more: nothing is shared with them, no call to come counts on them, no message waits for them."""
    Share.objects.filter(member=member).delete()
    for call in Call.objects.filter(joined=member, state=Call.State.PLANNED, frozen_at=None):
        call.joined.remove(member)
    member.active = False
    member.save(update_fields=["active"])
    if not member.person.memberships.filter(active=True).exists():
        Letter.objects.filter(person_id=member.person_id).delete()
        end_sessions(member.person_id)
