"""Who is asking, and by which clock they live."""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.http import HttpRequest
from django.utils import timezone
from django_htmx.middleware import HtmxDetails

from callwright.web.accounts.models import Member, Person

ALONE: Final = "me"
"""The user name of the one who works alone."""


class MemberRequest(HttpRequest):
    """A request as the middleware hands it on: it knows its member, and whether htmx sent it."""

    member: Member
    htmx: HtmxDetails


def personal_member() -> Member | None:
    """The member of the personal organization; None before the workspace was first opened."""
    alone = Member.objects.filter(person__username=ALONE, organization__personal=True)
    return alone.select_related("organization", "person").first()


def membership_of(person: Person, organization: object = None) -> Member | None:
    """The person's membership: in the organization of that key if there is one, else the first; None without any.

    Who has left, or was made inactive, is no member any more.
    """
    theirs = person.memberships.filter(active=True, person__is_active=True).select_related("organization", "person")
    found = list(theirs.order_by("pk"))
    return next((one for one in found if one.organization_id == organization), found[0] if found else None)


def zone_of(member: Member) -> dt.tzinfo:
    """The member's time zone; the server's own where none is known, or this machine does not know it."""
    named = member.person.time_zone
    try:
        return ZoneInfo(named) if named else timezone.get_default_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()
