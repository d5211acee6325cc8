"""What was said of calls, what customers promised, and which calls wait to be debriefed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from callwright.web.accounts.models import Member, OwnedQuerySet
from callwright.web.calls.models import Call
from callwright.web.calls.queries import last_held
from callwright.web.debriefs.held import Held, held_objectives
from callwright.web.debriefs.models import Commitment, Consequence, Debrief

SHOWN: Final = 50
"""The most calls or promises that one list shows at a time."""

LATELY: Final = 20
"""How many promises that are settled are shown below those that are not."""


def call_to_debrief(member: Member, pk: int) -> Call | None:
    """One call with all that its debrief shows, or None where the member has no such call."""
    found: Call | None = (
        Call.objects.of(member)
        .select_related("customer", "opportunity__stage", "debrief", "member__person")
        .prefetch_related("contacts", "joined__person", "objectives__frozen", "commitments__contact")
        .filter(pk=pk)
        .first()
    )
    return found


def debrief_of(call: Call) -> Debrief | None:
    """What was said of a call; None where nobody has begun."""
    return getattr(call, "debrief", None)


def due(member: Member, today: dt.date) -> list[Commitment]:
    """What customers promised the member by today or earlier, and nobody has said what became of it; in order."""
    return list(_open(member).filter(due__lte=today).order_by("due", "pk")[:SHOWN])


@dataclass(frozen=True, slots=True)
class Promises:
    """Promises by when they are due. more: whether there are others that come later still."""

    overdue: list[Commitment]
    this_week: list[Commitment]
    later: list[Commitment]
    undated: list[Commitment]
    settled: list[Commitment]
    more: bool

    def any(self) -> bool:
        """Whether there is one at all."""
        return any((self.overdue, self.this_week, self.later, self.undated, self.settled))


def promises(member: Member, today: dt.date) -> Promises:
    """What customers promised the member, sorted by due date, and what became of the latest."""
    dated = list(_open(member).exclude(due=None).order_by("due", "pk")[: 4 * SHOWN + 1])
    sunday = today + dt.timedelta(days=6 - today.weekday())
    return Promises(
        overdue=[one for one in dated if one.due < today],
        this_week=[one for one in dated if today <= one.due <= sunday],
        later=[one for one in dated if one.due > sunday][: 4 * SHOWN],
        undated=list(_open(member).filter(due=None).order_by("pk")[:SHOWN]),
        settled=list(_settled(member).order_by("-settled_on", "-pk")[:LATELY]),
        more=len(dated) > 4 * SHOWN,
    )


def promise_of(member: Member, pk: int) -> Commitment | None:
    """One promise, or None where the member has no such."""
    found: Commitment | None = _with(Commitment.objects.of(member)).filter(pk=pk).first()
    return found


def to_debrief(member: Member, now: dt.datetime, most: int = SHOWN) -> list[Call]:
    """The member's calls that are over and have no saved debrief, the latest first."""
    waiting = (
        Call.objects.of(member)
        .filter(debriefed_at=None, state=Call.State.PLANNED, starts__lt=now, member=member)
        .select_related("customer")
        .prefetch_related("objectives")
        .order_by("-starts", "-pk")
    )
    return [call for call in waiting[: most + 1] if call.ends <= now][:most]


@dataclass(frozen=True, slots=True)
class LastTime:
    """What the customer's last call left behind. call: None where only promises of others are open."""

    call: Call | None
    result: str
    objectives: list[Held]
    promises: list[Commitment]
    learned: list[str]

    def anything(self) -> bool:
        """Whether there is something to say."""
        return bool(self.result or self.promises or self.learned)


def last_time(call: Call, member: Member) -> LastTime:
    """What was promised and learned on the customer's call before this one, and what else they still owe.

    As far as the member sees it: all where they see the customer.
    """
    last = last_held(call, member)
    debrief = Debrief.objects.filter(call=last).exclude(saved_at=None).first() if last else None
    owed = Commitment.objects.of(member).filter(customer_id=call.customer_id)
    ours = Q(state=Commitment.State.OPEN) | Q(call=last) if last else Q(state=Commitment.State.OPEN)
    objectives = held_objectives(last) if last and debrief else []
    return LastTime(
        call=last if debrief else None,
        result=debrief.get_result_display() if debrief else "",
        objectives=[one for one in objectives if one.objective.outcome],
        promises=list(_with(owed.filter(ours).exclude(call=call)).order_by("due", "pk")[:SHOWN]),
        learned=_learned(debrief) if debrief else [],
    )


def follows_from(debrief: Debrief) -> list[Consequence]:
    """What follows from a debrief, offered or settled, in order."""
    return list(debrief.consequences.all())


def _learned(debrief: Debrief) -> list[str]:
    """What was learned, in the rep's words, but for what was declined."""
    known = debrief.consequences.filter(kind=Consequence.Kind.KNOWLEDGE).exclude(state=Consequence.State.DECLINED)
    return [one.offered["text"] for one in known]


def _open(member: Member) -> OwnedQuerySet:
    return _mine(member).filter(state=Commitment.State.OPEN)


def _settled(member: Member) -> OwnedQuerySet:
    return _mine(member).exclude(state=Commitment.State.OPEN).filter(settled_on__isnull=False)


def _mine(member: Member) -> OwnedQuerySet:
    """Those made on the member's own calls, and those of own customers whose call is gone."""
    gone = Q(call=None, customer__owner=member)
    return _with(Commitment.objects.of(member)).filter(Q(call__member=member) | gone)


def _with(rows: OwnedQuerySet) -> OwnedQuerySet:
    return rows.select_related("customer", "contact", "call")
