"""A change in a line of plain English: who, what they did, to what, from what to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.customers.models import Contact
from callwright.web.trail.models import Action, Change
from callwright.web.trail.sentences import Phrase, phrase
from callwright.web.trail.showing import SHORT, Names, label, value
from callwright.web.trail.subjects import subject
from callwright.web.trail.tables import RETENTION

PRODUCT: Final = "Callwright"
"""Who did it, where nobody did."""


@dataclass(frozen=True)
class Before:
    """What stood in a column before and after, where it is too long for the line."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """A change as the page shows it: "Dana" "moved" "the call on Northfield" "from … to …"."""

    key: int
    at: dt.datetime
    by: str
    says: Phrase
    it: str
    address: str
    """Of what it is about; empty where that is gone."""
    longer: tuple[Before, ...]


def tell(changes: Sequence[Change], names: Names) -> list[Line]:
    """The lines of changes."""
    return [_line(one, names) for one in changes]


def people_in(changes: Sequence[Change]) -> set[int]:
    """The keys of the contacts that stand in changes: their names are looked up when they are told."""
    found = {one.key for one in changes if one.table == Contact._meta.label_lower}
    for one in changes:
        for side in [*one.fields.get("contacts", ()), *one.fields.get("contact", ())]:
            found |= {each["key"] for each in (side if isinstance(side, list) else [side]) if each}
    return found


def by_whom(change: Change, names: Names) -> str:
    """Who did it."""
    if change.by_id is None:
        return PRODUCT
    return names[Member].get(change.by_id, "Somebody")


def _line(change: Change, names: Names) -> Line:
    says, by = phrase(change, names), by_whom(change, names)
    if says.alone:
        by = subject(change, names)
    return Line(
        key=change.pk,
        at=timezone.localtime(change.at),
        by=by,
        says=says,
        it="" if says.alone else says.it or subject(change, names),
        address=_address(change),
        longer=() if change.table == RETENTION else tuple(_longer(change, names)),
    )


def _address(change: Change) -> str:
    if change.call is not None:
        return reverse("plan", args=[change.call.pk])
    if change.customer is not None:
        return reverse("customer", args=[change.customer.pk])
    return ""


def _longer(change: Change, names: Names) -> list[Before]:
    found = []
    for name, held in change.fields.items():
        if name == "went" or (change.action == Action.REMOVED and held[0] is None):
            continue
        before, after = (_shown(change.table, name, one, names) for one in held)
        if max(len(before), len(after)) > SHORT:
            found.append(Before(label(change.table, name), before, after))
    return found


def _shown(table: str, name: str, held: Any, names: Names) -> str:
    return value(table, name, held, names)
