"""A plain `callwright check "…"`, read without Typer, whose loading would take as long as all the rest of the start.

Whatever is not understood at once (help, files, a value that is none) is left to Typer, which says what is wrong.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from callwright.smart.model import CHANNELS, STAGES


class NotPlain(Exception):
    """The words are more than a plain check."""


@dataclass(slots=True)
class PlainCheck:
    """What the words say: the texts; the flags that describe the call, by field of `Call`; and those that do not."""

    texts: list[str] = field(default_factory=list)
    known: dict[str, Any] = field(default_factory=dict)
    how: dict[str, Any] = field(default_factory=lambda: {"engine": "best", "format_": None, "no_color": False})


def plain_check(words: Sequence[str]) -> PlainCheck | None:
    """What the words after `callwright` ask for, if that is a plain check; None leaves them to Typer."""
    if words[:1] != ["check"]:
        return None
    found, rest = PlainCheck(), iter(words[1:])
    try:
        for word in rest:
            _take(word, rest, found)
    except NotPlain:
        return None
    return found if found.texts else None


def _take(word: str, rest: Iterator[str], found: PlainCheck) -> None:
    if word == "-" or not word.startswith("-"):
        found.texts.append(word)
        return
    flag, equals, value = word.partition("=")
    if flag in SWITCHES and not equals:
        name, on = SWITCHES[flag]
        (found.how if name in found.how else found.known)[name] = on
        return
    if flag not in FLAGS:
        raise NotPlain
    name, read = FLAGS[flag]
    said = read(value if equals else next(rest, ""))
    if name == "attendees":
        found.known.setdefault(name, []).append(said)
    else:
        (found.how if name in found.how else found.known)[name] = said


def _text(value: str) -> str:
    """A value that cannot be taken for a flag."""
    if not value or value.startswith("-"):
        raise NotPlain
    return value


def _one_of(*allowed: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in allowed:
            raise NotPlain
        return value

    return read


def _minutes(value: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,3}", value) or int(value) > 1440:
        raise NotPlain
    return int(value)


def _date(value: str) -> dt.datetime:
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d")
    except ValueError:
        raise NotPlain from None


FLAGS: Final[Mapping[str, tuple[str, Callable[[str], object]]]] = {
    "--stage": ("stage", _one_of(*STAGES)),
    "--minutes": ("minutes", _minutes),
    "--channel": ("channel", _one_of(*CHANNELS)),
    "--attendee": ("attendees", _text),
    "--product": ("product", _text),
    "--today": ("today", _date),
    "--format": ("format_", _one_of("text", "json")),
    "--engine": ("engine", _one_of("best", "fast")),
}
"""Flags that take a value: what it is called, and how it is read."""

SWITCHES: Final[Mapping[str, tuple[str, bool]]] = {
    "--first-meeting": ("first_meeting", True),
    "--no-first-meeting": ("first_meeting", False),
    "--no-color": ("no_color", True),
}
