"""Days in few words, to be tapped and to be shown. Pure: today comes in."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Final

FRIDAY: Final = 4


@dataclass(frozen=True, slots=True)
class Tap:
    """A day to tap: its name, and the day."""

    name: str
    day: dt.date


def taps(today: dt.date) -> tuple[Tap, ...]:
    """The days that customers name most, soonest first, each once."""
    offered = (
        Tap("today", today),
        Tap("tomorrow", today + dt.timedelta(days=1)),
        Tap("next week", next_week(today)),
        Tap("Fri", today + dt.timedelta(days=(FRIDAY - today.weekday() - 1) % 7 + 1)),
        Tap("the month’s end", month_end(today)),
    )
    first = {tap.day: tap for tap in reversed(offered)}
    return tuple(first[day] for day in sorted(first))


def said(day: dt.date, today: dt.date) -> str:
    """A day in few words: "today", "tomorrow", "yesterday", "Fri 27 Nov", with its year where that is another."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}.get((day - today).days)
    year = "" if day.year == today.year else f" {day.year}"
    return near or f"{day:%a} {day.day} {day:%b}{year}"


def due_by(day: dt.date, today: dt.date) -> str:
    """By when something is due in few words: "by Fri 27 Nov", "due today", "due yesterday"."""
    near = said(day, today)
    return f"due {near}" if near in ("today", "yesterday") else f"by {near}"


def beside(name: str, day: dt.date, today: dt.date) -> str:
    """What stands beside the name of a tap, so that the day is plain; empty where the name says it."""
    if name in ("today", "tomorrow"):
        return ""
    return said(day, today) if name in ("", "next week") else f"{day.day} {day:%b}"


def next_week(today: dt.date) -> dt.date:
    """By next week: the Friday of it."""
    return today + dt.timedelta(days=7 - today.weekday() + FRIDAY)


def month_end(today: dt.date, later: int = 0) -> dt.date:
    """The last day of the month, or of one `later` months on."""
    month = today.month - 1 + later
    year, month = today.year + month // 12, month % 12 + 1
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def working_day(day: dt.date) -> dt.date:
    """The day itself, or the Monday after a weekend."""
    return day + dt.timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day
