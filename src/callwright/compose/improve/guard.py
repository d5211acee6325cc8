"""Nothing invented: no name, number, date or product in a line that its sources do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from callwright.compose.improve.words import words
from callwright.smart import Call

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[£$€]?\d[\d.,:/%]*\w*", re.UNICODE)
_ENDS: Final = frozenset(".?!:;\n")


def invented(text: str, sources: Iterable[str]) -> tuple[str, ...]:
    """The names, numbers and dates of `text` that stand in none of the sources, in order.

    A capital at the beginning of a sentence makes no name.
    """
    known = {plain(word) for source in sources for word in _TOKEN.findall(source)}
    return tuple(dict.fromkeys(word for word in _telling(text) if plain(word) not in known))


def sources_of(text: str, call: Call, answers: Iterable[str] = ()) -> tuple[str, ...]:
    """Where a name, number or date of an improved line may come from: the text, the call, the answers."""
    today = [call.today.isoformat()] if call.today else []
    minutes = [str(call.minutes)] if call.minutes else []
    return (text, call.product or "", *call.attendees, *minutes, *today, *answers)


def plain(word: str) -> str:
    """A word as it is compared."""
    return re.sub(r"['’]s$", "", word.lower()).strip(".,:/")


def _telling(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        word = match[0]
        low = word.lower()
        if (
            any(letter.isdigit() for letter in word)
            or low in words("dates")
            or low in words("numbers")
            or (any(letter.isupper() for letter in word) and not _begins(text, match.start(), word))
        ):
            yield word


def _begins(text: str, start: int, word: str) -> bool:
    """Whether a capital is only that of a sentence's beginning; a word in capitals throughout is a name anywhere."""
    before = text[:start].rstrip(" \t\"'“‘(")
    return ((not before or before[-1] in _ENDS) and (len(word) == 1 or not word.isupper())) or word == "I"
