"""Which changes a page shows: of what the member sees, the latest first, a page at a time."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.http import QueryDict
from django.utils.dateparse import parse_date

from callwright.web.accounts.models import Member
from callwright.web.accounts.owned import OwnedQuerySet
from callwright.web.calls.models import Call
from callwright.web.calls.queries import midnight
from callwright.web.customers.models import Contact, Customer
from callwright.web.sent import key_in
from callwright.web.trail.models import Change
from callwright.web.trail.showing import Names
from callwright.web.trail.telling import Line, people_in, tell
from callwright.web.trail.words import KINDS

A_PAGE: Final = 50
BACKGROUND: Final = "product"
"""Stands for the product itself among those who may have done it."""


@dataclass(frozen=True)
class Wanted:
    """What of the trail is asked for; None and "": everything."""

    customer: int | None = None
    call: int | None = None
    by: str = ""
    """A member's key, or `BACKGROUND`."""
    kind: str = ""
    day: dt.date | None = None
    older: tuple[dt.datetime, int] | None = None
    """The change (time and key) before which the page begins."""

    @classmethod
    def sent(cls, data: QueryDict) -> Wanted:
        """As an address has it; nonsense counts as nothing."""
        return cls(
            customer=key_in(data.get("customer", "")),
            call=key_in(data.get("call", "")),
            by=data.get("by", ""),
            kind=data.get("kind", "") if data.get("kind") in KINDS else "",
            day=_day(data.get("day", "")),
            older=_place(data.get("older", "")),
        )


@dataclass(frozen=True)
class Page:
    """A page of the trail. older: where the next one begins, as the address has it; empty on the last."""

    lines: list[Line]
    older: str
    about: Customer | Call | None
    members: list[tuple[int, str]]


def page_of(member: Member, wanted: Wanted) -> Page:
    """The changes that are asked for and that the member may see. A fixed number of queries, whatever there is."""
    members = names_of(member)
    # Looked up by themselves: beside a filter by the same key, a join would leave out changes of what is gone.
    found = list(_found(member, wanted).prefetch_related("customer", "call")[: A_PAGE + 1])
    shown = found[:A_PAGE]
    lines = tell(shown, {Member: members, Contact: _contacts(member, shown)})
    older = f"{shown[-1].at.timestamp():.6f}-{shown[-1].pk}" if len(found) > A_PAGE else ""
    return Page(lines, older, _about(member, wanted), sorted(members.items(), key=lambda one: one[1].casefold()))


def names_of(member: Member) -> dict[int, str]:
    """The names of all who are or were members, by key."""
    return {one.pk: str(one) for one in member.organization.members.select_related("person")}


def told(member: Member, changes: list[Change]) -> list[Line]:
    """Changes as lines, for pages beside this one."""
    names: Names = {Member: names_of(member), Contact: _contacts(member, changes)}
    return tell(changes, names)


def _found(member: Member, wanted: Wanted) -> OwnedQuerySet:
    rows = Change.objects.of(member)
    for name in ("customer", "call"):
        if getattr(wanted, name) is not None:
            rows = rows.filter(**{f"{name}_id": getattr(wanted, name)})
    if wanted.by:
        rows = rows.filter(by_id=None if wanted.by == BACKGROUND else key_in(wanted.by) or 0)
    if wanted.kind:
        rows = rows.filter(table=wanted.kind)
    if wanted.day:
        rows = rows.filter(at__gte=midnight(wanted.day), at__lt=midnight(wanted.day + dt.timedelta(days=1)))
    if wanted.older:
        moment, key = wanted.older
        rows = rows.filter(models.Q(at__lt=moment) | models.Q(at=moment, pk__lt=key), at__lte=moment)
    return rows.order_by("-at", "-pk")


def _about(member: Member, wanted: Wanted) -> Customer | Call | None:
    """The customer or call whose changes are asked for; None where it is gone, or another's."""
    call: Call | None = None
    customer: Customer | None = None
    if wanted.call is not None:
        call = Call.objects.of(member).select_related("customer").filter(pk=wanted.call).first()
    elif wanted.customer is not None:
        customer = Customer.objects.of(member).filter(pk=wanted.customer).first()
    return call or customer


def _contacts(member: Member, changes: list[Change]) -> dict[int, str]:
    """The names of the contacts in changes that the member sees, as they are now."""
    same = Contact.objects.filter(organization_id=member.organization_id, pk__in=people_in(changes))
    return dict(same.values_list("pk", "name"))


def _day(said: str) -> dt.date | None:
    try:
        return parse_date(said)
    except ValueError:
        return None


def _place(said: str) -> tuple[dt.datetime, int] | None:
    moment, _, key = said.partition("-")
    try:
        return dt.datetime.fromtimestamp(float(moment), dt.UTC), int(key)
    except (ValueError, OverflowError, OSError):
        return None
