"""Days as people say them: "Fri", "next week", "1 December". Pure: today comes in."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

FRIDAY: Final = 4
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS: Final = tuple(calendar.month_name[number].lower() for number in range(1, 13))
NUMBERS: Final = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
LEAD: Final = re.compile(r"\b(?:by|on)\s+(?:the\s+)?$", re.IGNORECASE)
BARE: Final = re.compile(r"(?:by|on|in|within|today|tomorrow|next week|this week)\b", re.IGNORECASE)
ODD: Final = re.compile(
    r"\b(?:and|or|for|of|in|at|to|the|before|until|till|from|after|since|starting|by|on)$", re.IGNORECASE
)
"""What may go with the day, as the lead of "by Friday"; days that go without a lead; what no text may end in then."""

FAR: Final = 400
"""The most of a unit that "in … days" may name: more is no day that a customer gives."""


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
        Tap("Fri", _on_weekday(today, FRIDAY)),
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
    """By when something is due in few words: "by Fri 27 Nov", "due yesterday"."""
    near = said(day, today)
    return f"due {near}" if near == "yesterday" else f"by {near}"


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
    return day + dt.timedelta(days=max(0, 7 - day.weekday())) if day.weekday() > FRIDAY else day


def day_in(text: str, today: dt.date) -> dt.date | None:
    """The day that a text names, read against today; None where it names none.

    The first that follows "by" counts most, else the first. A weekday is the next of its name, never today; "next week"
    is its Friday. Figures alone ("1/12") are not read: they mean different days in different countries.
    """
    found = sorted(_found(text.lower(), today))
    after_by = [day for start, day in found if re.search(r"\bby\s+(?:the\s+)?$", text.lower()[:start])]
    return next(iter([*after_by, *(day for _, day in found)]), None)


def without_day(text: str, day: dt.date | None, today: dt.date) -> str:
    """The text without the "by Friday" that it ends in, where that is the day: it is kept, and shown, on its own.

    today: as for `day_in`. A text of nothing else stays, and so do words that are more than the day: "the list for
    Friday", "before Friday".
    """
    words = text.rstrip(" .,;!")
    for start, end, named in _stretches(words.lower(), today):
        lead = LEAD.search(words[:start])
        if named == day and end == len(words) == len(words.lower()) and (lead or BARE.match(words[start:])):
            kept = words[: lead.start() if lead else start].rstrip(" ,;")
            return kept if kept and not ODD.search(kept) else text
    return text


def _found(text: str, today: dt.date) -> Iterator[tuple[int, dt.date]]:
    return ((start, day) for start, _, day in _stretches(text, today))


def _stretches(text: str, today: dt.date) -> Iterator[tuple[int, int, dt.date]]:
    """Where each day is named, from and until, and the day."""
    for pattern, meaning in PATTERNS:
        for match in pattern.finditer(text):
            try:
                day = meaning(match, today)
            except (ValueError, OverflowError):  # 31 February, or beyond the calendar
                continue
            if day is not None:
                yield match.start(), match.end(), day


def _on_weekday(today: dt.date, weekday: int) -> dt.date:
    """The next day of that name after today."""
    return today + dt.timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _iso(match: re.Match[str], today: dt.date) -> dt.date:
    return dt.date.fromisoformat(match[0])


def _near(match: re.Match[str], today: dt.date) -> dt.date:
    away = {"day after tomorrow": 2, "tomorrow": 1}
    return today + dt.timedelta(days=away.get(match[0], 0))


def _weekday(match: re.Match[str], today: dt.date) -> dt.date:
    weekday = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(match["day"][:3]))
    if match["which"] and match["which"].strip() == "next":
        return today + dt.timedelta(days=7 - today.weekday() + weekday)
    return _on_weekday(today, weekday)


def _week(match: re.Match[str], today: dt.date) -> dt.date:
    if match[0] == "next week":
        return next_week(today)
    return max(today, today + dt.timedelta(days=FRIDAY - today.weekday()))


def _month(match: re.Match[str], today: dt.date) -> dt.date:
    return month_end(today, 1 if match["next"] else 0)


def _end_of(match: re.Match[str], today: dt.date) -> dt.date:
    month = _number_of(match["month"])
    year = today.year + (month < today.month)
    return month_end(dt.date(year, month, 1))


def _in(match: re.Match[str], today: dt.date) -> dt.date | None:
    if match["fortnight"]:
        return today + dt.timedelta(days=14)
    count = NUMBERS.get(match["count"]) or int(match["count"])
    if count > FAR:
        return None
    if match["unit"] == "month":
        last = month_end(today, count)
        return last.replace(day=min(today.day, last.day))
    return today + dt.timedelta(days=count * (7 if match["unit"] == "week" else 1))


def _dated(match: re.Match[str], today: dt.date) -> dt.date:
    month, day = _number_of(match["month"]), int(match["day"])
    if match["year"]:
        return dt.date(int(match["year"]), month, day)
    here = dt.date(today.year, month, day)
    return here if here >= today else dt.date(today.year + 1, month, day)


def _number_of(month: str) -> int:
    return next(number for number, name in enumerate(MONTHS, start=1) if name.startswith(month[:3]))


_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:,?\s+(?P<year>20\d\d)\b)?"
_SHORT: Final = r"mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_LEADS: Final = r"(?:by|on|until|till|before|from|starting|this|next)"
_CLOSES: Final = r"(?=[.,;!?)]|\s*$|\s+(?:at|and|or|morning|afternoon|noon|\d))"
_COUNT: Final = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})"

Meaning = Callable[[re.Match[str], dt.date], dt.date | None]

PATTERNS: Final[tuple[tuple[re.Pattern[str], Meaning], ...]] = (
    (re.compile(r"\b20\d\d-\d\d-\d\d\b"), _iso),
    (re.compile(r"\b(?:today|tonight|(?:day after )?tomorrow)\b"), _near),
    (re.compile(rf"\b(?P<which>(?:next|this)\s+)?(?P<day>{'|'.join(WEEKDAYS)})\b"), _weekday),
    (re.compile(rf"(?:^|(?<=\b){_LEADS}\s+)(?P<which>(?:next|this)\s+)?(?P<day>{_SHORT}){_CLOSES}"), _weekday),
    (re.compile(r"\b(?:next week|this week|end of (?:the |this )?week|week[’']s end)\b"), _week),
    (re.compile(r"\b(?:(?:the )?end of (?:the |this )?month|(?:the )?month[’']s end|(?P<next>next) month)\b"), _month),
    (re.compile(rf"\bend of {_MONTH}"), _end_of),
    (re.compile(rf"\b(?:in|within) (?:(?P<fortnight>a fortnight)|{_COUNT} (?P<unit>day|week|month)s?)\b"), _in),
    (re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH}{_YEAR}"), _dated),
    (re.compile(rf"\b{_MONTH}\s+{_DAY}\b(?![:\d]){_YEAR}"), _dated),
)
"""What a day looks like in words, and which day it is then."""
