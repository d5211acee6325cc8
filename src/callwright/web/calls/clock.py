"""Hours by the clock on the wall. Where clocks change, one hour a year does not exist and another comes twice."""

from __future__ import annotations

import datetime as dt
from enum import Enum, auto

from django.utils import timezone


class Hour(Enum):
    """What an hour by the clock on the wall amounts to."""

    PLAIN = auto()
    SKIPPED = auto()
    """Clocks go forward over it: it does not exist."""
    TWICE = auto()
    """Clocks go back over it: it comes twice."""


def kind_of(wall: dt.datetime, zone: dt.tzinfo | None = None) -> Hour:
    """Whether a naive time exists once in the zone (default: the current one), not at all, or twice."""
    zone = zone or timezone.get_current_timezone()
    early, late = (wall.replace(tzinfo=zone, fold=fold).utcoffset() or dt.timedelta() for fold in (0, 1))
    if early == late:
        return Hour.PLAIN
    return Hour.TWICE if early > late else Hour.SKIPPED


def moment(wall: dt.datetime, *, second: bool = False, zone: dt.tzinfo | None = None) -> dt.datetime:
    """The moment of a naive time in the zone. second: the later one of an hour that comes twice.

    An hour that does not exist is read with the offset from before the change, as iCalendar does: 02:30 becomes 03:30.
    """
    zone = zone or timezone.get_current_timezone()
    return wall.replace(tzinfo=zone, fold=int(second)).astimezone(dt.UTC)


def on_the_wall(when: dt.datetime, zone: dt.tzinfo | None = None) -> dt.datetime:
    """What the clock on the wall shows at a moment, without zone."""
    return when.astimezone(zone or timezone.get_current_timezone()).replace(tzinfo=None, fold=0)


def minute_of(when: dt.datetime) -> str:
    """A moment to the minute, as a form carries it along."""
    return when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M")
