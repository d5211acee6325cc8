"""Dates of the examples: told in working days from today, so that they are always half a year up to now."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

SATURDAY: Final = 5

A_DATE: Final = re.compile(r"\{\+(\d+)(:day)?\}")
"""{+5}: the date five working days on, as in "3 December"; {+5:day}: that weekday."""


def working_day(start: dt.date, count: int) -> dt.date:
    """The day that many working days after `start`, or before it where the count is negative; 0 is the day itself."""
    step = dt.timedelta(days=1 if count > 0 else -1)
    day, left = start, abs(count)
    while left:
        day += step
        left -= day.weekday() < SATURDAY
    return day


def with_dates(text: str, day: dt.date) -> str:
    """The text of a call on a day, with the dates that it names."""

    def name(found: re.Match[str]) -> str:
        named = working_day(day, int(found[1]))
        return f"{named:%A}" if found[2] else f"{named.day} {named:%B}"

    return A_DATE.sub(name, text)
