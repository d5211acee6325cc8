"""Which tables the trail records, and of each: which columns, whose row it is, and with what it is seen.

Left out are columns that the product works out for itself (verdicts, freezes, what the debrief was when it was only
begun) and tables that no person writes. Who appears in a change stands there by key alone: no name to be erased later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from operator import attrgetter
from typing import Any, Final

from django.db import models

from callwright.web.accounts.models import Invitation, Member, Organization, Team
from callwright.web.calls.models import Call
from callwright.web.customers.models import (
    Apart,
    Contact,
    Customer,
    Knowledge,
    Merge,
    Opening,
    Opportunity,
    Product,
    Share,
    Stage,
)
from callwright.web.debriefs.models import Commitment, Debrief
from callwright.web.plans.models import Objective, SetAside


class Seen(Enum):
    """With what a change is seen by those who do not see everything."""

    CALL = auto()
    CUSTOMER = auto()
    MEMBER = auto()
    """Whoever sees the calls of the member that it is about."""
    ALL = auto()
    ADMINS = auto()


PEOPLE: Final = (Member, Contact)
"""Tables whose rows are people."""


@dataclass(frozen=True)
class Recorded:
    """A table that is recorded. Ways lead from a row to keys: "customer_id", "call.member_id"; empty: to nothing."""

    model: type[models.Model]
    fields: tuple[str, ...]
    seen: Seen
    customer: str = ""
    call: str = ""
    member: str = ""
    """Whose row it is."""
    name: str = ""
    """What it is called; that of people is not kept beside their row."""
    many: tuple[str, ...] = ()
    """Columns that hold several rows."""
    typed: frozenset[str] = field(default_factory=frozenset)
    """Columns that are kept while somebody types: what comes shortly after one another is one change."""
    there: str = ""
    """A column that is empty for as long as the row is only begun; until then nothing is recorded."""

    @property
    def label(self) -> str:
        """Its name, as in "calls.call"."""
        return self.model._meta.label_lower

    def is_there(self, row: models.Model) -> bool:
        """Whether the row is more than begun."""
        return not self.there or getattr(row, self.there) is not None


def key_at(way: str, row: models.Model) -> Any:
    """The key (or name) to which a way leads, None where it breaks off."""
    try:
        return attrgetter(way)(row) if way else None
    except (AttributeError, models.ObjectDoesNotExist):
        return None


AT_CUSTOMER: Final[dict[str, Any]] = {"seen": Seen.CUSTOMER, "customer": "customer_id", "member": "customer.owner_id"}
ON_CALL: Final[dict[str, Any]] = {
    "seen": Seen.CALL,
    "customer": "call.customer_id",
    "call": "call_id",
    "member": "call.member_id",
}

TABLES: Final[tuple[Recorded, ...]] = (
    Recorded(
        Customer, ("name", "about", "owner"), Seen.CUSTOMER, customer="pk", member="owner_id", name="name"
    ),
    Recorded(Contact, ("name", "title", "role", "email", "phone"), **AT_CUSTOMER),
    Recorded(Opportunity, ("name", "product", "stage", "amount", "currency", "state"), name="name", **AT_CUSTOMER),
    Recorded(Knowledge, ("topic", "text", "learned_on", "source"), **AT_CUSTOMER),
    Recorded(Opening, ("text", "noted_on", "opportunity", "closed"), **AT_CUSTOMER),
    Recorded(Share, ("member", "team"), **AT_CUSTOMER),
    Recorded(Merge, ("other", "undone_at"), Seen.CUSTOMER, customer="kept_id", member="kept.owner_id"),
    Recorded(Apart, ("second",), Seen.CUSTOMER, customer="first_id", member="first.owner_id"),
    Recorded(Stage, ("name", "kind", "position"), Seen.ALL, name="name"),
    Recorded(Product, ("name",), Seen.ALL, name="name"),
    Recorded(
        Call,
        (
            "opportunity", "product", "member", "starts", "minutes", "channel", "first_meeting", "others", "state",
            "unplanned", "to_ask", "objections", "to_bring",
        ),
        Seen.CALL,
        customer="customer_id",
        call="pk",
        member="member_id",
        many=("contacts", "joined"),
        typed=frozenset({"to_ask", "objections", "to_bring"}),
    ),
    Recorded(
        Objective,
        ("position", "text", "fallback", "measure", "category", "outcome", "evidence"),
        typed=frozenset({"position", "text", "fallback", "measure", "category"}),
        **ON_CALL,
    ),
    Recorded(
        SetAside, ("code", "line", "words", "reason", "taken_back"), Seen.MEMBER, call="objective.call_id",
        customer="objective.call.customer_id", member="by_id",
    ),
    Recorded(
        Debrief, ("result", "refused", "learned", "opening", "minutes_taken", "in_bulk"), there="saved_at", **ON_CALL
    ),
    Recorded(Commitment, ("text", "contact", "due", "state"), call="call_id", **AT_CUSTOMER),
    Recorded(Member, ("role", "active"), Seen.MEMBER, member="pk", many=("teams",)),
    Recorded(Team, ("name",), Seen.ALL, name="name"),
    Recorded(Invitation, ("email", "role", "accepted_at", "withdrawn_at"), Seen.ADMINS, many=("teams",)),
    Recorded(Organization, ("name", "personal", "keep_months"), Seen.ADMINS, name="name"),
)  # fmt: skip

BY_MODEL: Final = {one.model: one for one in TABLES}
BY_LABEL: Final = {one.label: one for one in TABLES}

RETENTION: Final = "trail.retention"
"""Stands as the table of a change that tells what was removed because its time was over."""


def labels(seen: Seen) -> list[str]:
    """The tables that are seen so."""
    return [one.label for one in TABLES if one.seen is seen]
