"""Numbers, people and times of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.line import Line
from callwright.smart.reading.model import Person, Quantity, QuantityKind, Span, Token

_NUMBER: Final = re.compile(r"(?P<money>[$£€¥])?(?P<digits>\d+(?:[.,:]\d+)*)(?P<tail>st|nd|rd|th|k|m|mn|bn|pm|am|x|%)?")
_SCALE: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_TO_TWENTY: Final = (
    "zero, one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen,"
    " sixteen, seventeen, eighteen, nineteen, twenty"
)
_OTHERS: Final = {
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    "thousand": 1000, "dozen": 12, "both": 2, "couple": 2, "pair": 2,
}  # fmt: skip
_WORDS: Final = {word: value for value, word in enumerate(words_of(_TO_TWENTY))} | _OTHERS
_MINUTES: Final = {"minute": 1, "min": 1, "hour": 60, "day": 480, "week": 2400}


def number_of(token: Token) -> float | None:
    """The value of a number written in figures or words, None for anything else."""
    if token.kind == "word":
        return _WORDS.get(token.norm)
    match = _NUMBER.fullmatch(token.norm) if token.kind == "number" else None
    if match is None or ":" in match["digits"] or match["tail"] in {"st", "nd", "rd", "th", "am", "pm"}:
        return None
    digits = match["digits"].replace(",", "")
    if digits.count(".") > 1 or len(digits) > 15:
        return None
    return float(digits) * _SCALE.get(match["tail"] or "", 1)


def quantities(line: Line) -> Iterator[Quantity]:
    """Every number with what it counts: money, a share, a length of time in minutes, or things."""
    for place, token in enumerate(line.tokens):
        value = number_of(token)
        if value is None and token.kind != "number":
            continue
        kind, factor = _kind(line, place, token)
        yield Quantity(token.start, token.end, place, kind, None if value is None else value * factor)


def _kind(line: Line, place: int, token: Token) -> tuple[QuantityKind, float]:
    after = line.tokens[place + 1].norm if place + 1 < len(line.tokens) else ""
    if token.norm[0] in "$£€¥" or after in {"euros", "dollars", "pounds", "grand", "bucks", "quid"}:
        return "money", 1
    if token.norm.endswith("%") or after in {"percent", "per"}:
        return "percent", 1
    unit = after.removesuffix("s")
    return ("duration", _MINUTES[unit]) if unit in _MINUTES else ("number", 1)


def people(line: Line, standings: bool = True) -> Iterator[Person]:
    """Roles, names and pronouns of the customer's side, in order."""
    place = 0
    while place < len(line.tokens):
        last = place + 1
        for person, end in _person_at(line, place):
            yield person
            last = max(last, end)
        place = last


def _person_at(line: Line, place: int) -> Iterator[tuple[Person, int]]:
    token = line.tokens[place]
    role = line.first_of(place, place + 1, "roles")
    if role is not None:
        standing = int(role.group.removeprefix("standing"))
        yield Person(token.start, line.tokens[role.last - 1].end, place, standing), role.last
    elif line.is_name(place):
        yield Person(token.start, token.end, place, None), place + 1
    elif line.grammar(place, "customer_pronoun"):
        yield Person(token.start, token.end, place, None, pronoun=True), place + 1


def times(line: Line) -> Iterator[Span]:
    """Days, months, dates and phrases such as 'next week'."""
    for mark in line.marks:
        if mark.entry.topic == "time" and mark.group in {"day", "month", "relative", "on_call"}:
            yield line.tokens[mark.first].start, line.tokens[mark.last - 1].end
    for token in line.tokens:
        if token.kind == "number" and token.norm.endswith(("st", "nd", "rd", "th", "am", "pm")):
            yield token.start, token.end
