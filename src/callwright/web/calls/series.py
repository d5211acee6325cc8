"""What changes calls that recur: each is a row, made half a year ahead; a change may reach those that follow."""

from __future__ import annotations

import datetime as dt
from typing import Final, Unpack
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls import actions
from callwright.web.calls.actions import CallRefused, cancel_call, change_call, move_call
from callwright.web.calls.checks import Details
from callwright.web.calls.clock import moment, on_the_wall
from callwright.web.calls.models import Call, Series
from callwright.web.calls.recurrence import every_of, rule_for, times
from callwright.web.customers.models import Customer

AHEAD: Final = dt.timedelta(days=183)
"""How far ahead the calls of a series that goes on are rows in the calendar."""

COPIED: Final = (
    "organization",
    "customer",
    "opportunity",
    "product",
    "member",
    "minutes",
    "channel",
    "others",
    "series",
)


@transaction.atomic
def plan_series(
    *, customer: Customer, starts: dt.datetime, every: str, until: dt.date | None = None, minutes: int = 30,
    by: Member, **details: Unpack[Details],
) -> Call:  # fmt: skip
    """A call that recurs; returns the first one. every: a choice of `recurrence.EVERY`. until: the last day, or None.

    Raises CallRefused as `plan_call`, and where the last day is before the first.
    """
    wall = on_the_wall(starts)
    if until is not None and until < wall.date():
        raise CallRefused("The last day of the series comes before its first call.")
    first = actions.plan_call(customer=customer, starts=starts, minutes=minutes, by=by, **details)
    first.series = Series.objects.create(
        organization=by.organization, rule=rule_for(every, wall.date()), first=starts, until=until,
        zone=timezone.get_current_timezone_name(), reached=starts,
    )  # fmt: skip
    first.save(update_fields=["series"])
    extend(series=first.series, now=timezone.now())
    return first


@transaction.atomic
def extend(*, series: Series, now: dt.datetime) -> int:
    """Makes the rows of a series that are still missing for the time ahead. Returns how many it made."""
    series.refresh_from_db(fields=["reached", "until"], from_queryset=Series.objects.select_for_update())
    pattern = series.calls.order_by("-starts", "-pk").first()
    if pattern is None:
        return 0
    zone = _zone(series)
    horizon = _horizon(series, now, zone)
    walls = times(
        series.rule, on_the_wall(series.first, zone), on_the_wall(series.reached or series.first, zone), horizon
    )
    people = [list(pattern.contacts.all()), list(pattern.joined.all())]
    for wall in walls:
        call = Call.objects.create(starts=moment(wall, zone=zone), **{name: getattr(pattern, name) for name in COPIED})
        call.contacts.set(people[0])
        call.joined.set(people[1])
    if walls:
        series.reached = moment(walls[-1], zone=zone)
        series.save(update_fields=["reached"])
    return len(walls)


def extend_all(now: dt.datetime | None = None) -> int:
    """Makes the missing rows of every series that has not ended; for a daily job. Returns how many it made."""
    now = now or timezone.now()
    going_on = Series.objects.filter(Q(until=None) | Q(until__gte=now.date()), reached__lt=now + AHEAD)
    return sum(extend(series=series, now=now) for series in going_on)


def following(call: Call, by: Member) -> list[Call]:
    """The call and those of its series after it, cancelled ones too: whatever a change of all that follow reaches.

    Those that were handed to somebody whom the member does not see stay as they are.
    """
    if call.series is None:
        return [call]
    theirs = Call.objects.of(by).filter(series=call.series, starts__gte=call.starts)
    return list(theirs.order_by("starts", "pk"))


@transaction.atomic
def change_following(*, call: Call, starts: dt.datetime, minutes: int, by: Member, **details: Unpack[Details]) -> Call:
    """Time and details of a call and of those that follow it in its series. Raises CallRefused as `move_call`."""
    rows = following(call, by)
    if starts != call.starts and call.series is not None:
        _part(call.series, rows, starts, by)
    for row in rows:
        change_call(call=row, minutes=minutes, by=by, **details)
    return rows[0]


@transaction.atomic
def cancel_following(*, call: Call, by: Member) -> int:
    """Cancels a call and those that follow it in its series, which ends there. Returns how many it cancelled."""
    rows = [row for row in following(call, by) if row.state == Call.State.PLANNED]
    for row in rows:
        cancel_call(call=row, by=by)
    if call.series is not None:
        _end_before(call.series, call.starts)
    return len(rows)


def _part(old: Series, rows: list[Call], starts: dt.datetime, by: Member) -> None:
    """Gives the rows a series of their own that begins at the new time, and each of them its time in it."""
    zone = _zone(old)
    first = on_the_wall(starts, zone)
    rule = rule_for(every_of(old.rule) or "week", first.date())
    walls = [first, *times(rule, first, first, most=len(rows) - 1)]
    until = None if old.until is None else max(old.until, walls[-1].date())
    new = Series.objects.create(
        organization=old.organization,
        rule=rule,
        first=starts,
        until=until,
        zone=old.zone,
        reached=moment(walls[-1], zone=zone),
    )
    _end_before(old, rows[0].starts)
    for row, wall in zip(rows, walls, strict=True):
        row.series = new
        row.save(update_fields=["series"])
        move_call(call=row, starts=moment(wall, zone=zone), by=by)


def _end_before(series: Series, when: dt.datetime) -> None:
    series.until = (on_the_wall(when, _zone(series)) - dt.timedelta(days=1)).date()
    series.save(update_fields=["until"])


def _horizon(series: Series, now: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The naive time up to which rows are made."""
    ahead = on_the_wall(max(now, series.first) + AHEAD, zone)
    return ahead if series.until is None else min(ahead, dt.datetime.combine(series.until, dt.time.max))


def _zone(series: Series) -> dt.tzinfo:
    """The zone by whose clocks it recurs; the server's own where none is named, or this machine does not know it."""
    try:
        return ZoneInfo(series.zone) if series.zone else timezone.get_default_timezone()
    except (ZoneInfoNotFoundError, ValueError):
        return timezone.get_default_timezone()
