"""The calls of a day and of a week, each with what there is to see of it at a glance."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.calls.queries import calls_between, midnight, on_days
from callwright.web.plans.queries import Glance, glance, with_plans

WEEK = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One call in a list."""

    call: Call
    glance: Glance

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


def week_with(member: Member, day: dt.date) -> Week:
    """The week that a day is in; a fixed number of queries, however many calls there are."""
    monday = day - dt.timedelta(days=day.weekday())
    lines = [Line(call, glance(call)) for call in with_plans(on_days(member, monday, monday + dt.timedelta(days=6)))]
    days = (_day(monday + dt.timedelta(days=number), lines) for number in range(WEEK))
    return Week(tuple(one for one in days if one.lines or one.today or one.date.weekday() < 5), monday)


def today_in(week: Week) -> Day:
    """The day that it is, out of its week."""
    return next(day for day in week.days if day.today)


def next_after(member: Member, week: Week) -> Line | None:
    """The first call after today: of the week or, where that holds none, of the year to come."""
    today = timezone.localdate()
    later = [line for day in week.days if day.date > today for line in day.lines]
    if later:
        return later[0]
    begin = midnight(week.after)
    upcoming = calls_between(member, begin, begin + dt.timedelta(days=366)).filter(state=Call.State.PLANNED)
    return next((Line(call, glance(call)) for call in with_plans(upcoming)[:1]), None)


def has_calls(member: Member) -> bool:
    """Whether there is any call at all."""
    return Call.objects.of(member).filter(member=member).exists()


def _day(date: dt.date, lines: list[Line]) -> Day:
    its_own = tuple(line for line in lines if timezone.localdate(line.call.starts) == date)
    return Day(date, its_own, today=date == timezone.localdate())
