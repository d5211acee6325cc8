"""When a series of calls takes place: iCalendar rules (RFC 5545) by the clock on the wall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import islice
from typing import Final

from dateutil.rrule import rrulestr

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

EVERY: Final = {
    "week": "Every week",
    "fortnight": "Every two weeks",
    "four_weeks": "Every four weeks",
    "month": "Every month, on the same weekday",
    "quarter": "Every quarter, on the same weekday",
}
"""How often calls may recur, by name, in words."""

MOST: Final = 120
"""Calls that one series may plan ahead at a time."""


def rule_for(every: str, first: dt.date) -> str:
    """The RRULE of a choice of EVERY for calls that begin on a day. Raises KeyError for another choice."""
    return {
        "week": "FREQ=WEEKLY",
        "fortnight": "FREQ=WEEKLY;INTERVAL=2",
        "four_weeks": "FREQ=WEEKLY;INTERVAL=4",
        "month": f"FREQ=MONTHLY;BYDAY={_weekday_of_month(first)}",
        "quarter": f"FREQ=MONTHLY;INTERVAL=3;BYDAY={_weekday_of_month(first)}",
    }[every]


def every_of(rule: str) -> str:
    """The choice of EVERY that a rule was made from; empty for one that was not."""
    shape = rule.partition(";BYDAY=")[0]
    return {
        "FREQ=WEEKLY": "week",
        "FREQ=WEEKLY;INTERVAL=2": "fortnight",
        "FREQ=WEEKLY;INTERVAL=4": "four_weeks",
        "FREQ=MONTHLY": "month",
        "FREQ=MONTHLY;INTERVAL=3": "quarter",
    }.get(shape, "")


def times(
    rule: str, first: dt.datetime, after: dt.datetime, until: dt.datetime = dt.datetime.max, most: int = MOST
) -> list[dt.datetime]:
    """The naive times of a rule that begins at `first`: later than `after`, up to `until`; `most` at most."""
    return list(islice(_between(rule, first, after, until), most))


def _between(rule: str, first: dt.datetime, after: dt.datetime, until: dt.datetime) -> Iterator[dt.datetime]:
    for time in rrulestr(rule, dtstart=first).xafter(after):
        if time > until:
            return
        yield time


def _weekday_of_month(day: dt.date) -> str:
    """ "2TU" for a second Tuesday; a fifth one is the last of its month, as not every month has five."""
    nth = (day.day - 1) // 7 + 1
    return f"{nth if nth < 5 else -1}{WEEKDAYS[day.weekday()]}"
