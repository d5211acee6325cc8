"""Where one thing that a line is after ends and the next begins."""

from __future__ import annotations

from typing import Literal

from callwright.smart.reading.line import HARD, Line
from callwright.smart.reading.model import Role

Stretch = tuple[int, int, Role]
"""Tokens first..last (exclusive) and what part they play."""

_LOOK_BACK = 12
"""How many words back another question is looked for."""


def split(line: Line, start: int) -> list[Stretch]:
    """The stretches from token `start` on that hold one act each; punctuation that only separates is left out."""
    stretches: list[Stretch] = []
    first, role, stop = start, _role_at(line, start), len(line.tokens)
    for place in range(start, stop):
        new = _boundary(line, place, first, stop)
        if new is None:
            continue
        _close(line, stretches, first, place + (line.tokens[place].norm == "?"), role)
        first = place + 1 if _separates(line, place) else place
        role = _next_role(line, first, role) if new == "same" else new
    _close(line, stretches, first, stop, role)
    return stretches


def _close(line: Line, stretches: list[Stretch], first: int, last: int, role: Role) -> None:
    while first < last and line.tokens[first].kind == "punctuation":
        first += 1
    while last > first and line.tokens[last - 1].kind == "punctuation" and line.tokens[last - 1].norm != "?":
        last -= 1
    if first < last:
        stretches.append((first, last, role))


def _separates(line: Line, place: int) -> bool:
    return line.tokens[place].norm in HARD or line.tokens[place].norm == ","


def _next_role(line: Line, first: int, before: Role) -> Role:
    """What follows a fallback belongs to it."""
    return before if before == "fallback" else _role_at(line, first)


def _boundary(line: Line, place: int, first: int, stop: int) -> Role | Literal["same"] | None:
    """What begins here: 'same' (another clause), a role, or None (no boundary)."""
    norm = line.tokens[place].norm
    if norm in HARD:
        return "same"
    if place == first:
        return None
    condition = line.grammar(place, "condition")
    if condition and (condition.last > place + 1 or norm not in {"or", "least", "minimum"}):
        return None if norm == "at" and not _breaks_off(line, place) else "fallback"
    if (
        line.grammar(place, "subordinator")
        and not _asks_when(line, place, first)
        and _opens_clause(line, place + 1, stop, first)
    ):
        return _after_subordinator(line, place, stop)
    return "same" if _joins(line, place, norm, first, stop) else None


def _asks_when(line: Line, place: int, first: int) -> bool:
    """'Who decides, when they decide': a question among questions."""
    if line.tokens[place].norm != "when":
        return False
    return any(line.grammar(at, "question") for at in range(max(first, place - _LOOK_BACK), place))


def _breaks_off(line: Line, place: int) -> bool:
    """A comma or an 'or' stands before; 'learn at least one need' only sets a bound."""
    before = line.tokens[place - 1]
    return before.kind == "punctuation" or before.norm in {"or", "but", "then", "and"}


def _joins(line: Line, place: int, norm: str, first: int, stop: int) -> bool:
    """A comma, 'and', 'by', 'to' or 'enough to' after which another act comes."""
    if norm in {"by", "to"} and _means(line, place, stop):
        return True
    if line.tokens[place - 1].norm == "enough":
        return norm in {"to", "that", "for"}
    if norm != "," and (norm in {"while", "before", "so"} or not line.grammar(place, "coordinator")):
        return False
    return _opens_clause(line, place + 1, stop, first)


def _after_subordinator(line: Line, place: int, stop: int) -> Role:
    """'Until they pick one' and 'so that she books': what the rest was for; other asides are background."""
    if line.tokens[place].norm not in {"so", "until", "till"}:
        return "background"
    for after in range(place + 1, min(place + 7, stop)):
        for mark in line.at[after].get("verbs_customer", ()):
            if mark.entry.group in {"commitment", "purchase", "disclosure"} and mark.form != "past":
                return "result"
        if line.tokens[after].norm in {"i", "we"}:
            return "result"
    return "background"


def _means(line: Line, place: int, stop: int) -> bool:
    """'By getting their team named', 'to be told the budget': the result is named as the means or the purpose."""
    if place + 2 >= stop:
        return False
    norm, form = line.tokens[place].norm, {mark.form for mark in line.verbs(place + 1)}
    if norm == "by":
        return "ing" in form
    if line.tokens[place + 1].norm in {"have", "get", "ask"}:
        return not line.opens_noun(place + 2) or line.is_person(place + 3 if place + 3 < stop else place + 2)
    return line.tokens[place + 1].norm == "be" and line.tokens[place + 2].norm in {
        "told",
        "given",
        "asked",
        "introduced",
        "invited",
        "put",
    }


def _role_at(line: Line, place: int) -> Role:
    if place >= len(line.tokens):
        return "result"
    condition = line.grammar(place, "condition")
    if condition and (condition.last > place + 1 or line.tokens[place].norm not in {"or", "minimum"}):
        return "fallback"
    if line.grammar(place, "subordinator") and line.tokens[place].norm != "so":
        return "background"
    return "result"


def _opens_clause(line: Line, place: int, stop: int, first: int) -> bool:
    """A verb of its own starts here, or somebody who does something."""
    place = line.skip(place, stop, "coordinator", "filler", "auxiliary")
    if place >= stop:
        return False
    if line.is_subject_pronoun(place):
        return True
    if is_verb(line, place, stop, ing=line.is_ing(first)):
        return True
    if line.grammar(place, "preposition") and any(
        line.is_subject_pronoun(at) for at in range(place + 1, min(place + 4, stop))
    ):
        return True
    place = line.skip(place, stop, "determiner") if not line.is_person(place) else place
    return (
        place < stop
        and line.is_person(place)
        and any(
            _third(line, after, stop)
            for after in range(place + 1, min(place + 6, stop))
            if not _breaks(line, place, after)
        )
    )


def _breaks(line: Line, start: int, stop: int) -> bool:
    return any(line.tokens[place].kind == "punctuation" for place in range(start, stop))


def _third(line: Line, place: int, stop: int) -> bool:
    """'agrees', 'will agree', 'to agree' after a person."""
    if line.opens_noun(place - 1):
        return False
    if line.tokens[place - 1].norm in {"will", "would", "can", "has", "have"}:
        return any(True for _ in line.verbs(place))
    return any(mark.form == "third" for mark in line.verbs(place))


def is_verb(line: Line, place: int, stop: int, *, ing: bool = True) -> bool:
    """Whether the word at `place` works as a verb here: words that are nouns too need an object after them."""
    forms = {mark.form for mark in line.verbs(place) if ing or mark.form != "ing"}
    if not forms or (place and line.opens_noun(place - 1)):
        return False
    if not line.is_noun_too(place):
        return not forms <= {"plural", None}
    if place + 1 >= stop or "past" in forms:
        return place + 1 < stop and "past" in forms
    after = line.tokens[place + 1]
    return line.opens_noun(place + 1) or after.kind == "number" or line.is_person(place + 1)
