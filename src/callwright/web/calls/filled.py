"""What the form of a call holds when it is opened: of a new call, and of one that is there."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.utils import timezone

from callwright.web.calls.clock import minute_of, moment, on_the_wall
from callwright.web.calls.models import Call

MINUTES: Final = (15, 30, 45, 60, 90)
"""Lengths to tap; any other can be typed."""

WORK: Final = (9, 18)
"""Between which hours a call is proposed to begin."""


def usual(day: dt.date | None, *, held: bool = False) -> dict[str, Any]:
    """What the form holds at first: the next full half hour, or for a call that was held the one before."""
    now = timezone.localtime().replace(second=0, microsecond=0)
    half = now - dt.timedelta(minutes=now.minute % 30)
    start = half - dt.timedelta(minutes=30) if held else _within_hours(half + dt.timedelta(minutes=30))
    if day is not None and day != start.date():
        start = start.replace(hour=WORK[0], minute=0)
    return {"day": (day or start.date()).isoformat(), "time": f"{start:%H:%M}", "minutes": 30}


def _within_hours(when: dt.datetime) -> dt.datetime:
    """The time itself or, at night, the next morning."""
    if WORK[0] <= when.hour < WORK[1]:
        return when
    morning = when.replace(hour=WORK[0], minute=0)
    return morning if when.hour < WORK[0] else morning + dt.timedelta(days=1)


def as_it_is(call: Call) -> dict[str, Any]:
    """What the form holds of a call that is there."""
    wall = on_the_wall(call.starts)
    tapped = call.minutes in MINUTES
    return {
        "day": wall.date().isoformat(),
        "time": f"{wall:%H:%M}",
        "seen": minute_of(call.starts),
        "second": "yes" if moment(wall) != call.starts else "",
        "minutes": call.minutes if tapped else None,
        "other_minutes": None if tapped else call.minutes,
        "who": [one.pk for one in call.contacts.all()],
        "others": call.others,
        "opportunity": call.opportunity_id,
        "product": call.product_id,
        "channel": call.channel,
        "first_meeting": {True: "yes", False: "no", None: ""}[call.first_meeting],
        "joined": [one.pk for one in call.joined.all()],
    }
