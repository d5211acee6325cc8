"""Clauses in which the customer acts: named as the subject, or brought to it by the seller."""

from __future__ import annotations

from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.line import REACH, Line
from callwright.smart.reading.model import Act, ActKind, Mark
from callwright.smart.reading.phrases import customer_kind

_LEADS: Final = frozenset(words_of("to, will, would, can, must, should, has, have, had, who, not, that, shall, may"))
_FOLLOW: Final = frozenset(
    words_of("to, that, on, for, us, me, one, two, three, four, five, six, seven, eight, nine, ten")
)
_INTO: Final = frozenset({"to", "into", "that"})
_BARE: Final = frozenset({"have", "make", "let", "help", "see", "hear", "watch"})
_STATES: Final[dict[str, ActKind]] = {
    "convince": "belief",
    "make": "feeling",
    "let": "open_activity",
    "leave": "feeling",
}
"""What it is to convince, make or let somebody where no act of theirs is named."""


def caused(line: Line, start: int, last: int) -> Act | None:
    """'Have her sign', 'get Tom to book': the seller brings it about, the customer does it."""
    cause = next((mark for mark in line.verbs(start) if mark.group == "cause"), None)
    longer = any(mark.last > start + 1 and mark.group not in {"cause", "obtain"} for mark in line.verbs(start))
    if cause is None or longer:
        return None
    stop = min(last, cause.last + REACH)
    return _after_cause(line, cause, stop) or _state(line, cause, stop)


def _after_cause(line: Line, cause: Mark, last: int) -> Act | None:
    start, bare = cause.last, cause.entry.lemma in _BARE
    somebody = start < last and line.grammar(start, "determiner") is not None
    for place in range(start, last):
        if line.grammar(place, "question"):
            return None
        somebody = somebody or line.is_person(place) or line.tokens[place].possessive
        mark = line.verb(place, "verbs_customer")
        if mark is None or place == start or _in_noun_phrase(line, place, start):
            continue
        led = line.tokens[place - 1].norm in _INTO
        if line.past(mark) and not led and not line.is_person(place - 1):
            if _attribute(line, place, mark):
                continue
            return Act("both", customer_kind(line, mark, last), mark.entry.lemma, place, mark.last, caused=True)
        if (somebody or led) and (led or _verbal(line, mark, bare)) and not _after_preposition(line, place):
            return Act("customer", customer_kind(line, mark, last), mark.entry.lemma, place, mark.last, caused=True)
    return None


def _verbal(line: Line, mark: Mark, bare: bool) -> bool:
    """'Have her sign' takes the bare verb, 'get her to sign' does not; nouns such as 'number' need an object."""
    if mark.form == "base" and not bare:
        return False
    return mark.form in {"base", "third", "ing"} and (not line.is_noun_too(mark.first) or _object_follows(line, mark))


def _in_noun_phrase(line: Line, place: int, start: int) -> bool:
    """After 'the' or 'his'; but 'her' right after the verb is a person ('have her sign')."""
    her = place - 1 == start and line.tokens[place - 1].norm == "her"
    return not her and line.opens_noun(place - 1)


def _attribute(line: Line, place: int, mark: Mark) -> bool:
    return mark.last < len(line.tokens) and "nouns" in line.covered[mark.last] and line.opens_noun(place - 1)


def _state(line: Line, cause: Mark, last: int) -> Act | None:
    """'Make him smile', 'convince the board': nothing that they do is named."""
    kind = _STATES.get(cause.entry.lemma)
    who = line.skip(cause.last, last, "determiner")
    if kind is None or who >= last or not line.is_person(who):
        return None
    if line.first_of(cause.last, last, "nouns"):
        return None
    return Act("customer", kind, cause.entry.lemma, cause.first, cause.last, caused=True)


def _after_preposition(line: Line, place: int) -> bool:
    return line.tokens[place - 1].norm not in _INTO and line.grammar(place - 1, "preposition") is not None


def subject(line: Line, start: int, last: int) -> Act | None:
    """'Tom signs', 'she agrees', 'the board approves': the customer acts."""
    if line.tokens[start].norm in {"i", "we", "us", "me"} or not _starts_with_person(line, start, last):
        return None
    for place in range(start + 1, min(last, start + REACH)):
        mark = line.verb(place, "verbs_customer")
        if mark is None or line.opens_noun(place - 1) or _after_preposition(line, place):
            continue
        if line.tokens[place - 1].norm in {"i", "we"}:
            return None
        if _told(line, place, mark):
            return Act("customer", "unstated", "", place, mark.last)
        if _finite(line, place, start, mark):
            return Act("customer", customer_kind(line, mark, last), mark.entry.lemma, place, mark.last)
    return None


def _told(line: Line, place: int, mark: Mark) -> bool:
    """'She went with the others', 'he signed last year': what happened before, not what is wanted."""
    return mark.form == "past" and line.tokens[place - 1].norm in {"he", "she", "they"}


def _finite(line: Line, place: int, start: int, mark: Mark) -> bool:
    """The verb is one that somebody does here: 'signs', 'will sign', 'they sign', 'the partners sign'."""
    if mark.form == "third":
        return not line.is_noun_too(place) or _object_follows(line, mark)
    if line.tokens[place - 1].norm in _LEADS or line.is_subject_pronoun(place - 1):
        return True
    if line.past(mark):
        return not line.is_name(start) or "nouns" not in line.covered[min(mark.last, len(line.tokens) - 1)]
    return mark.form == "base" and not line.is_name(place - 1) and "roles" in line.covered[place - 1]


def _object_follows(line: Line, mark: Mark) -> bool:
    """What 'orders' in 'he orders two' has, and 'orders' in 'her orders' has not."""
    place = mark.last
    if place >= len(line.tokens) or mark.last > mark.first + 1:
        return place < len(line.tokens) or mark.last > mark.first + 1
    after = line.tokens[place]
    return after.kind == "number" or line.opens_noun(place) or line.is_person(place) or after.norm in _FOLLOW


def _starts_with_person(line: Line, start: int, last: int) -> bool:
    for place in range(start, min(last, start + 4)):
        if line.is_person(place):
            return True
        if any(True for _ in line.verbs(place)) and not line.is_noun_too(place):
            return False
        if line.grammar(place, "preposition") and line.tokens[place].norm != "of":
            return False
    return False
