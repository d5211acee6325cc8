"""Whether a result lies on the call or after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.model import Clause, Mark, Reading, Span

_PROMISES: Final = frozenset(
    words_of(
        "agree, agreement, commit, commitment, promise, pledge, confirm, undertake, say, tell, accept, book, "
        "schedule, name, set, vow, swear, choose, approve, approval, yes, word, go-ahead, green, table, "
        "introduce, ask"
    )
)
_WORDS: Final = frozenset(["word", "agreement", "commitment", "promise", "assurance", "pledge", "hope"])
_TWO: Final = 2
_NEAR: Final = 5
"""How many words after 'by' a day or a month may stand."""
_ON_CALL: Final = frozenset({"disclosure", "inquiry"})


def _whens(reading: Reading, clause: Clause) -> Iterator[Mark]:
    """The words that put a date on the result of the clause: 'by Friday', 'this year'."""
    for mark in reading.marked_in(clause.first, clause.last, "time", "by_then"):
        if " " in mark.entry.lemma or _dated(reading, mark):
            yield mark


def _dated(reading: Reading, mark: Mark) -> bool:
    """'By' or 'within' before a day, a month or a length of time."""
    return any(reading.marked_in(mark.last, mark.last + _NEAR, "time", "day", "month", "relative", "unit"))


def on_call(reading: Reading) -> bool:
    """The line itself says that it is to happen on the call."""
    return any(reading.marked("time", "on_call"))


def promise(clause: Clause) -> bool:
    """The clause is a promise made on the call, or something said on it."""
    return bool(clause.act.lemma) and (clause.act.lemma.split()[0] in _PROMISES or clause.act.kind in _ON_CALL)


def _given(reading: Reading, clause: Clause) -> bool:
    """'Her word that she signs by Friday', 'persuade them to sign by Friday'."""
    return bool(reading.said_in(clause) & _WORDS) or clause.act.caused


def after_call(reading: Reading) -> Span | None:
    """The date by which the result is to come about, where nothing is to be agreed on the call."""
    if (
        len(reading.results) != 1
        or on_call(reading)
        or any(promise(clause) or _given(reading, clause) for clause in reading.results)
    ):
        return None
    for clause in reading.results:
        if clause.act.kind in {"probe", "uncover", "contact", "open_activity", "courtesy"}:
            continue
        for mark in _whens(reading, clause):
            return reading.span(mark.first, min(clause.last, mark.last + 3))
    return None


def forever(reading: Reading) -> Span | None:
    """'For life', 'over the years': where nothing is agreed on the call."""
    if len(reading.results) > _TWO or any(
        promise(clause) or clause.act.kind == "purchase" for clause in reading.results
    ):
        return None
    for mark in reading.marked("time", "for_ever"):
        return reading.span(mark.first, mark.last)
    return None


def promised(reading: Reading) -> Span | None:
    """A commitment made on the call to something with a date."""
    for clause in reading.results:
        if clause.act.kind in {"commitment", "purchase"} and promise(clause) and not on_call(reading):
            for _ in _whens(reading, clause):
                return reading.span(clause.act.first, clause.last)
    return None
