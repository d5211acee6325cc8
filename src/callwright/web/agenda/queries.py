"""The calls of a day and of a week, each with what there is to see of it at a glance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.db.models import Count, Q
from django.utils import timezone

from callwright.web.accounts.models import Member, OwnedQuerySet
from callwright.web.calls.models import Call
from callwright.web.calls.queries import calls_between, midnight, on_days
from callwright.web.debriefs.models import Consequence
from callwright.web.plans.queries import Glance, glance, with_plans

WEEK: Final = 7

FRESH: Final = dt.timedelta(days=14)
"""For how long after a call Today speaks of what was proposed from its debrief."""


@dataclass(frozen=True, slots=True)
class Line:
    """One call in a list."""

    call: Call
    glance: Glance
    company: str = ""
    """Who else of one's own goes, or whose call it is; nothing where one goes alone."""

    @property
    def past(self) -> bool:
        """Whether it is over."""
        return self.call.ends <= timezone.now()


@dataclass(frozen=True, slots=True)
class Day:
    """A day and its calls, in order."""

    date: dt.date
    lines: tuple[Line, ...]
    today: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from a Monday on; those of the weekend only where they hold a call or are today."""

    days: tuple[Day, ...]
    monday: dt.date

    @property
    def sunday(self) -> dt.date:
        """Its last day."""
        return self.monday + dt.timedelta(days=WEEK - 1)

    @property
    def before(self) -> dt.date:
        """The Monday of the week before."""
        return self.monday - dt.timedelta(days=WEEK)

    @property
    def after(self) -> dt.date:
        """The Monday of the week after."""
        return self.monday + dt.timedelta(days=WEEK)

    @property
    def count(self) -> int:
        """How many calls it holds."""
        return sum(len(day.lines) for day in self.days)


def week_with(member: Member, day: dt.date, today: dt.date) -> Week:
    """The week that a day is in; a fixed number of queries, however many calls there are."""
    monday = day - dt.timedelta(days=day.weekday())
    lines = _lines(member, on_days(member, monday, monday + dt.timedelta(days=WEEK - 1)))
    days = (_day(monday + dt.timedelta(days=number), lines, today) for number in range(WEEK))
    return Week(tuple(one for one in days if one.lines or one.today or one.date.weekday() < 5), monday)


def today_in(week: Week) -> Day:
    """The day that it is, out of its week."""
    return next(day for day in week.days if day.today)


def next_after(member: Member, week: Week) -> Line | None:
    """The first call after today: of the week or, where that holds none, of the year to come."""
    today = today_in(week).date
    later = [line for day in week.days if day.date > today for line in day.lines]
    if later:
        return later[0]
    begin = midnight(week.after)
    upcoming = calls_between(member, begin, begin + dt.timedelta(days=366)).filter(state=Call.State.PLANNED)
    return next(iter(_lines(member, upcoming[:1])), None)


def has_calls(member: Member) -> bool:
    """Whether there is any call at all, of one's own or joint."""
    calls = Call.objects.of(member)
    return calls.filter(member=member).exists() or calls.filter(joined=member).exists()


@dataclass(frozen=True, slots=True)
class Proposals:
    """What was proposed from the debrief of a call, and is neither accepted nor declined."""

    call: int
    """The call's key."""
    customer: str
    count: int


def proposals(member: Member, now: dt.datetime) -> list[Proposals]:
    """Those that wait from the member's calls of the last fortnight, the latest call first."""
    waiting = Count("debrief__consequences", filter=Q(debrief__consequences__state=Consequence.State.OFFERED))
    calls = Call.objects.of(member).filter(member=member, starts__gt=now - FRESH, debriefed_at__isnull=False)
    found = calls.annotate(waiting=waiting).filter(waiting__gt=0).order_by("-starts", "-pk")
    return [Proposals(*row) for row in found.values_list("pk", "customer__name", "waiting")]


def _lines(member: Member, calls: OwnedQuerySet) -> list[Line]:
    if not member.organization.personal:
        calls = calls.select_related("customer", "opportunity__stage", "product", "member__person")
        calls = calls.prefetch_related("joined__person")
    return [Line(call, glance(call), _company(member, call)) for call in with_plans(calls)]


def _company(member: Member, call: Call) -> str:
    """Whose call it is where it is a colleague's, else who comes along."""
    if member.organization.personal:
        return ""
    if call.member_id != member.pk:
        return f"{call.member}’s call"
    others = " and ".join(str(one) for one in call.joined.all())
    return f"with {others}" if others else ""


def _day(date: dt.date, lines: list[Line], today: dt.date) -> Day:
    its_own = tuple(line for line in lines if timezone.localdate(line.call.starts) == date)
    return Day(date, its_own, today=date == today)
