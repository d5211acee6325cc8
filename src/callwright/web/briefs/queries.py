"""What a brief holds: the objectives as they were when the call began or as they stand, who comes, last time, notes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils import timezone

from callwright.brief import Brief, Goal
from callwright.smart import CRITERIA
from callwright.web.accounts.models import Member
from callwright.web.briefs.models import MailWish
from callwright.web.calls.models import Call
from callwright.web.calls.queries import attendees, calls_between, midnight
from callwright.web.debriefs.held import held
from callwright.web.debriefs.queries import LastTime, last_time
from callwright.web.plans.models import Objective
from callwright.web.plans.queries import situation

COMING: Final = 3
"""Days, beside today, whose briefs are kept on the device."""
MOST: Final = 20
"""Briefs that are kept ahead at a time."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A verdict as it was kept, for the page that goes along."""

    data: Mapping[str, Any]

    @property
    def met(self) -> dict[str, bool]:
        """Criterion by criterion, whether it was met; nothing is where there was no verdict."""
        criteria = self.data.get("criteria", {})
        return {name: bool(criteria.get(name, {}).get("met")) for name in CRITERIA}

    def to_dict(self) -> dict[str, Any]:
        """The verdict as it was kept."""
        return dict(self.data)


@dataclass(frozen=True, slots=True)
class Stated:
    """An objective on the brief. afterwards: first written when the call had begun. amended: what it is now, where
    that is no longer what the call began with."""

    text: str
    fallback: str
    measure: str
    letters: str
    verdict: Kept
    afterwards: bool
    amended: str

    @property
    def minutes(self) -> int | None:
        """Rough minutes that it takes; None where the text got no verdict."""
        return self.verdict.data.get("minutes_needed")


@dataclass(frozen=True, slots=True)
class Page:
    """A brief. who: as the engine has them. last: what the customer's last call left behind."""

    call: Call
    goals: list[Stated]
    who: tuple[str, ...]
    last: LastTime
    begun: bool

    @property
    def minutes(self) -> int:
        """Rough minutes that all objectives take."""
        return sum(goal.minutes or 0 for goal in self.goals)


def call_with_plan(member: Member, pk: int) -> Call | None:
    """One call with all that its brief shows, or None where the member has no such call."""
    wanted = (
        Call.objects.of(member)
        .with_sight(member, customer_seen="customer")
        .select_related("customer", "opportunity__stage", "opportunity__product", "product", "member__person")
    )
    wanted = wanted.prefetch_related("contacts", "joined__person", "objectives__frozen")
    found: Call | None = wanted.filter(pk=pk).first()
    return found


def page_of(call: Call, member: Member, now: dt.datetime | None = None) -> Page:
    """The brief of a call that came from `call_with_plan`, as the member sees it."""
    begun = call.starts <= (now or timezone.now())
    return Page(call, goals_of(call), attendees(call), last_time(call, member), begun)


def goals_of(call: Call) -> list[Stated]:
    """The call's objectives, in order."""
    return [_stated(one) for one in call.objectives.all() if one.text or hasattr(one, "frozen")]


def brief_of(call: Call, member: Member) -> Brief:
    """The brief as plain data, for paper, calendars and mail; times are those of the current time zone.

    call: as it came from `call_with_plan` for the member.
    """
    goals = tuple(Goal(one.text, one.verdict, one.measure, one.fallback) for one in goals_of(call))
    return Brief(
        str(call.customer),
        situation(call),
        goals,
        timezone.localtime(call.starts),
        ask=_lines(call.to_ask),
        expect=_lines(call.objections),
        bring=_lines(call.to_bring),
        more=_left_behind(last_time(call, member)),
    )


def coming(member: Member, now: dt.datetime) -> list[int]:
    """The member's calls from today on whose briefs are worth keeping on the device, by key."""
    today = midnight(timezone.localdate(now))
    calls = calls_between(member, today, today + dt.timedelta(days=COMING + 1)).filter(state=Call.State.PLANNED)
    return [call.pk for call in calls.select_related(None).prefetch_related(None) if call.ends > now][:MOST]


def wish_of(member: Member) -> MailWish | None:
    """What the member said of mail, or None."""
    found: MailWish | None = MailWish.objects.of(member).filter(member=member).first()
    return found


def _stated(objective: Objective) -> Stated:
    one = held(objective)
    verdict = Kept(one.assessment or {})
    return Stated(one.text, one.fallback, one.measure, one.letters, verdict, one.afterwards, one.changed_to)


def _left_behind(last: LastTime) -> tuple[tuple[str, str], ...]:
    """What was promised and learned last time, as headings and words."""
    outcomes = [f"{one.text} ({one.objective.get_outcome_display().lower()})" for one in last.objectives]
    promised = [f"{one.text} ({one.get_state_display().lower()})" for one in last.promises]
    known = (("Last time", outcomes), ("They promised", promised), ("We learned", last.learned))
    return tuple((heading, "; ".join(words)) for heading, words in known if words)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip(" -•*\t") for line in text.splitlines() if line.strip(" -•*\t"))
