"""The words before the act: 'I want to', 'over the coming years', 'do not leave without'."""

from __future__ import annotations

from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.line import Line

_WISHES: Final = frozenset(words_of("want, need, like, try, hope, plan, aim, wish, love, intend, mean, look"))
_LEADING: Final = frozenset(words_of("to, will, must, should, can, goal, aim, objective, target, here"))
_TIME_WORDS: Final = frozenset(
    words_of("by, before, within, over, in, from, come, until, during, at, for, on, this, next")
)


def skip_lead(line: Line, place: int, last: int) -> int:
    """The first place of the act itself; somebody who acts is not skipped."""
    place = _time(line, place, last)
    while place < last:
        after = line.skip(place, last, "coordinator", "filler", "subordinator", "condition")
        after = _own_subject(line, after, last)
        if after < last and line.tokens[after].norm in _LEADING:
            after += 1
        after = _wish(line, after, last)
        if after == place:
            break
        place = after
    return _without(line, place, last)


def _own_subject(line: Line, place: int, last: int) -> int:
    if place < last and line.tokens[place].norm in {"i", "we"}:
        return line.skip(place + 1, last, "auxiliary", "filler")
    return place


def _wish(line: Line, place: int, last: int) -> int:
    """'Want to close' and 'would like a date'; but 'want her to sign' is left: she acts."""
    if place >= last or line.tokens[place].norm not in _WISHES:
        return place
    follow = line.skip(place + 1, last, "filler")
    if follow >= last:
        return place
    if line.tokens[follow].norm == "to":
        return follow + 1
    somebody = any(line.is_person(at) for at in range(follow, min(follow + 3, last)))
    return place if somebody or not line.grammar(follow, "determiner") else follow


def _time(line: Line, place: int, last: int) -> int:
    """Past 'by spring' and 'over the next three years' where the act comes after it."""
    start = place
    if place >= last or line.tokens[place].norm not in _TIME_WORDS:
        return start
    if not any("time" in line.covered[at] for at in range(place, min(place + 5, last))):
        return start
    while place < last and _belongs_to_time(line, place):
        place += 1
    if place < last and line.tokens[place].norm == ",":
        place += 1
    return place if place < last else start


def _belongs_to_time(line: Line, place: int) -> bool:
    token = line.tokens[place]
    return (
        "time" in line.covered[place]
        or token.kind == "number"
        or (line.grammar(place, "determiner", "preposition") is not None and not line.is_subject_pronoun(place))
        or token.norm in {"coming", "next", "end", "few", "couple", "year", "years", "call", "meeting"}
    )


def _without(line: Line, place: int, last: int) -> int:
    """'Do not leave without knowing who signs': what comes after is wanted."""
    if place >= last or line.tokens[place].norm not in {"not", "do", "never", "no"}:
        return place
    for at in range(place, min(place + 9, last - 1)):
        if line.tokens[at].norm in {"without", "until", "till"}:
            return at + 1
    return place
