"""The day that words name: "by Friday", "in two weeks", "1 December". Pure: the day on which they are said comes in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from typing import Final

from callwright.web.debriefs.days import FRIDAY, month_end, next_week

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""By their first letters, in order."""
NUMBERS: Final = {"a": 1, "an": 1, "one": 1, "a couple of": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
                  "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
UNITS: Final = {"day": 1, "week": 7, "fortnight": 14}
"""How many days each is; a month is counted by the calendar."""
FAR: Final = 400
"""The most of a unit that "in … days" may name: more is no day that a customer gives."""

LEAD: Final = re.compile(r"\b(?:by|on)\s+(?:the\s+)?$", re.IGNORECASE)
BARE: Final = re.compile(r"(?:in|within|today|tomorrow|next week|this week)\b", re.IGNORECASE)
ODD: Final = re.compile(
    r"\b(?:and|or|for|of|in|at|to|the|before|until|till|from|after|since|starting|by|on)$", re.IGNORECASE
)
"""What may go with the day, as the lead of "by Friday"; days that go without a lead; what no text may end in then."""


def day_in(text: str, said_on: dt.date) -> dt.date | None:
    """The day that a text names, read against the day on which it was said; None where it names none.

    The first that follows "by" counts most, else the first. A weekday is the next of its name, never the same day;
    "next week" is its Friday. Figures alone ("1/12") are not read: they mean different days in different countries.
    """
    words = text.lower()
    found = sorted(_named(words, said_on), key=lambda one: (one[0], -one[1]))
    after_by = [day for start, _, day in found if re.search(r"\bby\s+(?:the\s+)?$", words[:start])]
    return next(iter([*after_by, *(day for _, _, day in found)]), None)


def without_day(text: str, day: dt.date | None, said_on: dt.date) -> str:
    """The text without the "by Friday" that it ends in, where that is the day: it is kept, and shown, on its own.

    A text of nothing else stays, and so do words that are more than the day: "the list for Friday", "before Friday".
    """
    words = text.rstrip(" .,;!")
    last = [(start, named) for start, end, named in _named(words.lower(), said_on) if end == len(words)]
    start, named = min(last, default=(0, None))
    lead = LEAD.search(words[:start])
    if named is None or named != day or len(words) != len(words.lower()) or not (lead or BARE.match(words[start:])):
        return text
    kept = words[: lead.start() if lead else start].rstrip(" ,;")
    return kept if kept and not ODD.search(kept) else text


def _named(words: str, said_on: dt.date) -> Iterator[tuple[int, int, dt.date]]:
    """Where each day is named, from and until, and the day."""
    for pattern, meaning in PATTERNS:
        for match in pattern.finditer(words):
            try:
                day = meaning(match, said_on)
            except (ValueError, OverflowError):  # 31 February, or beyond the calendar
                continue
            if day is not None:
                yield match.start(), match.end(), day


def _iso(match: re.Match[str], said_on: dt.date) -> dt.date:
    return dt.date.fromisoformat(match[0])


def _phrase(match: re.Match[str], said_on: dt.date) -> dt.date:
    return PHRASES[match[0].replace("’", "'")](said_on)


def _weekday(match: re.Match[str], said_on: dt.date) -> dt.date:
    weekday = DAYS.index(match["day"][:3])
    if (match["week"] or "").startswith("next") or match["later"] == "next week":
        return said_on + dt.timedelta(days=7 - said_on.weekday() + weekday)
    ahead = (weekday - said_on.weekday() - 1) % 7 + 1
    return said_on + dt.timedelta(days=ahead + (7 if match["later"] else 0))


def _in(match: re.Match[str], said_on: dt.date) -> dt.date | None:
    count = NUMBERS.get(match["count"]) or int(match["count"])
    if count > FAR:
        return None
    if match["unit"] == "month":
        last = month_end(said_on, count)
        return last.replace(day=min(said_on.day, last.day))
    return said_on + dt.timedelta(days=count * UNITS[match["unit"]])


def _dated(match: re.Match[str], said_on: dt.date) -> dt.date:
    month, day = MONTHS.index(match["month"][:3]) + 1, int(match["date"])
    if match["year"]:
        return dt.date(int(match["year"]), month, day)
    here = dt.date(said_on.year, month, day)
    return here if here >= said_on else dt.date(said_on.year + 1, month, day)


def _of_month(match: re.Match[str], said_on: dt.date) -> dt.date:
    """The next day of that number: "the 5th"."""
    day = int(match["date"])
    return month_end(said_on, 0 if day >= said_on.day else 1).replace(day=day)


def _end_of(match: re.Match[str], said_on: dt.date) -> dt.date:
    month = MONTHS.index(match["month"][:3]) + 1
    return month_end(dt.date(said_on.year + (month < said_on.month), month, 1))


def _this_friday(said_on: dt.date) -> dt.date:
    return max(said_on, said_on + dt.timedelta(days=FRIDAY - said_on.weekday()))


PHRASES: Final[dict[str, Callable[[dt.date], dt.date]]] = {
    **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), lambda day: day),
    "tomorrow": lambda day: day + dt.timedelta(days=1),
    "day after tomorrow": lambda day: day + dt.timedelta(days=2),
    **dict.fromkeys(("this week", "end of week", "end of the week", "end of this week", "week's end"), _this_friday),
    **dict.fromkeys(("next week", "end of next week"), next_week),
    **dict.fromkeys(
        ("the month's end", "month's end", "the end of the month", "end of the month", "end of month",
         "the end of this month", "end of this month"), month_end,
    ),
    **dict.fromkeys(("next month", "the end of next month", "end of next month"), lambda day: month_end(day, 1)),
    **dict.fromkeys(("end of the year", "end of this year"), lambda day: dt.date(day.year, 12, 31)),
}  # fmt: skip
"""Days that go by a name of their own."""

_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_LONG: Final = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_SHORT: Final = r"mon|tues?|wed|thu(?:rs?)?|fri|sat|sun"
_NEXT: Final = r"(?:(?P<week>next week(?:,? on)?|next|this|coming)\s+)?"
_LATER: Final = r"(?:\s+(?P<later>next week|week)\b)?"
_AFTER: Final = "|".join(f"(?<={word} )" for word in ("by", "on", "until", "till", "before", "from", "starting"))
"""Before a weekday cut short: "on sat", and not "sat down"."""
_CLOSES: Final = r"(?=[.,;!?)]|\s*$|\s+(?:at|and|or|morning|afternoon|noon|next|week|\d))"
_CALLED: Final = rf"(?:\b(?:{_LONG}|{_SHORT}),?\s+)?"
"""The name of the day that may stand before its date."""
_DATE: Final = r"\b(?P<date>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:,?\s+(?P<year>20\d\d)\b)?"
_COUNT: Final = rf"(?P<count>\d{{1,3}}|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})"
_NAMES: Final = "|".join(sorted((name.replace("'", "['’]") for name in PHRASES), key=len, reverse=True))

Meaning = Callable[[re.Match[str], dt.date], dt.date | None]

PATTERNS: Final[tuple[tuple[re.Pattern[str], Meaning], ...]] = (
    (re.compile(r"\b20\d\d-\d\d-\d\d\b"), _iso),
    (re.compile(rf"\b(?:{_NAMES})\b"), _phrase),
    (re.compile(rf"\b{_NEXT}\b(?P<day>{_LONG})\b{_LATER}"), _weekday),
    (re.compile(rf"(?:^|{_AFTER}|\b(?=next |this )){_NEXT}(?P<day>{_SHORT})\b{_LATER}{_CLOSES}"), _weekday),
    (re.compile(rf"\bend of {_MONTH}"), _end_of),
    (re.compile(rf"\b(?:in|within) (?:the next |about )?{_COUNT} (?P<unit>day|week|fortnight|month)s?\b"), _in),
    (re.compile(rf"{_CALLED}(?:the\s+)?{_DATE}\s+(?:of\s+)?{_MONTH}{_YEAR}"), _dated),
    (re.compile(rf"{_CALLED}\b{_MONTH}\s+(?:the\s+)?{_DATE}\b(?![:\d]){_YEAR}"), _dated),
    (
        re.compile(rf"(?:(?<=by )|(?<=on )|\b(?:{_LONG}|{_SHORT}) )the (?P<date>[0-3]?\d)(?:st|nd|rd|th){_CLOSES}"),
        _of_month,
    ),
)
"""What a day looks like in words, and which day it is then."""
