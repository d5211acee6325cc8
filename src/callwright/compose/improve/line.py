"""The rep's line, taken apart: what it says without its opening, who is in it, and the separate things it is after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from callwright.compose.people import ANYBODY, Person, attending, person
from callwright.smart import Call
from callwright.smart.reading import Clause, Reading, read
from callwright.smart.reading.model import Person as Named
from callwright.smart.reading.model import Token

_EDGES: Final = " \t\r\n.;,:-–—…!?\"“”'‘’*•"
_JOINS: Final = re.compile(r"(?:and|then|plus|also|or|&|so)\b[\s,]*", re.IGNORECASE)
_LISTED: Final = re.compile(r"\s*(?:,\s*(?:and|&|plus)?|;|\band\b|\bplus\b|&)\s+", re.IGNORECASE)
_DETERMINER: Final = re.compile(r"(?:the|an?|their|his|her|our|its|one|two|three|four|five|\d+)\b", re.IGNORECASE)
_TITLE: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sister", "sir", "mx"})
_BEFORE: Final = frozenset(
    {"the", "their", "his", "her", "our", "with", "get", "have", "ask", "to", "from", "that", "if"}
)
_AFTER: Final = frozenset(
    {
        "the",
        "a",
        "an",
        "our",
        "my",
        "his",
        "her",
        "their",
        "to",
        "will",
        "and",
        "about",
        "on",
        "in",
        "at",
        "for",
        "by",
        "before",
        "is",
        "has",
        "so",
        "that",
    }
)
_HER: Final = frozenset({"she", "her", "hers", "mrs", "ms", "miss", "sister"})
_HIM: Final = frozenset({"he", "him", "his", "mr", "sir"})
_ARTICLES: Final = frozenset({"the", "their", "his", "her", "our"})
LEAST: Final = 3
"""Words without which a part of a line says nothing by itself."""

_FIRST: Final = ("purchase", "commitment", "uncover", "disclosure", "inquiry")
"""Which of several things matter most to a sale: the acts first, then the facts."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its reading. body: without its opening words and the marks around it. who: the person it is about.

    named: whether `who` stands in the line itself. things: the separate things it is after, each as a line of its own.
    """

    text: str
    reading: Reading
    body: str
    who: Person
    named: bool
    things: tuple[str, ...]

    @property
    def acts(self) -> frozenset[str]:
        """The kinds of act in it."""
        return self.reading.kinds()

    @property
    def pronoun(self) -> str:
        """What a sentence calls the person the second time: as the line does, else by the title, else "them"."""
        said = {token.norm for token in self.reading.tokens}
        title = self.who.name.split(" ", 1)[0].lower().strip(".")
        her, him = bool(said & _HER) or title in _HER, bool(said & _HIM) or title in _HIM
        return "them" if her == him or self.who.plural else "her" if her else "him"


def line_of(text: str, call: Call) -> Line:
    """The line taken apart, in this call."""
    reading = read(text)
    start = reading.stem[1] if reading.stem else 0
    body = _paired(" ".join(text[start:].split()).strip(_EDGES))
    who, named = _who(reading, call)
    return Line(text, reading, body or text.strip(), who, named, _things(reading, body))


def _paired(body: str) -> str:
    """Without a quotation mark whose partner is gone."""
    for left, right in (('"', '"'), ("“", "”")):
        if body.count(left) % 2 if left == right else body.count(left) != body.count(right):
            body = body.replace(left, "").replace(right, "")
    return body


def _who(reading: Reading, call: Call) -> tuple[Person, bool]:
    """The attendee whom the line names; else a name in it; else the attendee who can grant most; else a role in it."""
    people = attending(call)
    inside = [(found, _full_name(reading, found)) for found in reading.people if _may_be_asked(reading, found)]
    for _, name in inside:
        for attendee, raw in zip(people, call.attendees, strict=True):
            if name.lower().removeprefix("the ") in raw.lower():
                return attendee, True
    top = max(people, key=lambda one: one.standing, default=None)
    for found, name in inside:
        if _is_titled(name) or (found.standing is None and _is_object(reading, found)):
            return Person(name, top.standing if top else person(name).standing), True
    if top is not None:
        return top, any(found.pronoun for found in reading.people)
    return next(
        ((person(name), True) for found, name in inside if _stands_alone(reading, found)), (Person(ANYBODY, 2), False)
    )


def _may_be_asked(reading: Reading, found: Named) -> bool:
    """Not a pronoun, nor somebody whose umbrella it is."""
    last = [token for token in reading.tokens if found.start <= token.start < found.end][-1]
    after = next((token for token in reading.tokens if token.start >= found.end), None)
    dotted = after is not None and after.norm == "."
    tail = [token for token in reading.tokens if token.start >= found.end][1:2] if dotted else []
    return not found.pronoun and not any(token.possessive for token in (last, *tail))


def _is_titled(name: str) -> bool:
    return name.split(" ", 1)[0].lower().strip(".") in _TITLE and " " in name


def _is_object(reading: Reading, found: Named) -> bool:
    """A name to whom something is done, or who does something; not a company, a place or a product."""
    before = reading.tokens[found.first - 1].norm if found.first else ""
    return before in {"get", "have", "ask", "with", "let", "that", "tell", "give", "hand", "show"}


def _stands_alone(reading: Reading, found: Named) -> bool:
    """'The CFO signs', 'with the buyer'; not the role of 'the sister lab' or 'every pharmacist in the region'."""
    if found.standing is None:
        return False
    first = _modified(reading, found.first)
    before = reading.tokens[first - 1].norm if first else ""
    after = next((token for token in reading.tokens if token.start >= found.end), None)
    follows = after is None or after.kind == "punctuation" or after.norm in _AFTER or bool(after.forms)
    return follows and (first == 0 or before in _BEFORE)


def _modified(reading: Reading, place: int) -> int:
    """Where the name of a role begins: at 'mart' in 'the mart manager', at the role itself without an article."""
    for first in range(place, max(place - 3, 0), -1):
        before = reading.tokens[first - 1]
        if before.norm in _ARTICLES:
            return first
        if before.kind != "word" or before.forms:
            break
    return place


def _full_name(reading: Reading, found: Named) -> str:
    """'Mrs. Oyelaran' of 'Oyelaran', 'Dr. Farrugia' of 'Dr', 'Lena Ruiz' of 'Lena'."""
    tokens = reading.tokens
    first = found.first if found.standing is None else _modified(reading, found.first)
    last = max(place for place in range(first, len(tokens)) if tokens[place].start < found.end)
    while first and (
        tokens[first - 1].norm in _TITLE or (tokens[first - 1].norm == "." and first > 1 and _title(tokens[first - 2]))
    ):
        first -= 1
    while last + 1 < len(tokens) and (_goes_on(reading, last) or (_title(tokens[last]) and _dotted(reading, last))):
        last += 1
    return re.sub(r"['’]s?$", "", reading.words(reading.span(first, last + 1)))


def _title(token: Token) -> bool:
    return token.norm in _TITLE


def _dotted(reading: Reading, place: int) -> bool:
    """A title's full stop with a name behind it."""
    return (
        reading.tokens[place + 1].norm == "." and place + 2 < len(reading.tokens) and reading.tokens[place + 2].capital
    )


def _goes_on(reading: Reading, place: int) -> bool:
    """Whether the next word belongs to the name that ends here."""
    here, after = reading.tokens[place], reading.tokens[place + 1]
    near = after.start <= here.end + 1 and after.kind == "word" and after.capital
    return near and not here.possessive and (here.norm == "." or _title(here) or (here.capital and not after.forms))


def _things(reading: Reading, body: str) -> tuple[str, ...]:
    """The separate things, the one that matters most to the sale first."""
    clauses = [clause for clause in reading.results if _words(reading, clause)]
    if len(clauses) > 1:
        ranked = (_words(reading, clause) for clause in sorted(clauses, key=_rank))
        heading = body.partition(":")[0] if ":" in body else ""
        return tuple(dict.fromkeys(thing for thing in ranked if len(thing.split()) >= LEAST and thing != heading))
    return _listed(reading, body)


def _rank(clause: Clause) -> int:
    return _FIRST.index(clause.act.kind) if clause.act.kind in _FIRST else len(_FIRST)


def _words(reading: Reading, clause: Clause) -> str:
    said = " ".join(reading.words(reading.span(clause.first, clause.last)).split()).strip(_EDGES)
    return _JOINS.sub("", said, count=1) if _JOINS.match(said) else said


def _listed(reading: Reading, body: str) -> tuple[str, ...]:
    """'Get the budget, the timeline and the decider' as three lines with the verb of the first."""
    items = [item for item in _LISTED.split(body) if item.strip(_EDGES)]
    words = body.split()
    if len(items) < 2 or not reading.tokens:
        return (body,) if body else ()
    if _DETERMINER.match(words[1] if len(words) > 1 else ""):
        rest = [item if _opens_with_verb(item) else f"{words[0]} {item}" for item in items[1:] if _whole(item)]
    else:
        rest = [item for item in items[1:] if _opens_with_verb(item)]
    return (items[0], *rest)


def _whole(item: str) -> bool:
    """Whether a listed thing can stand behind the verb of the first."""
    return bool(_DETERMINER.match(item)) or _opens_with_verb(item)


def _opens_with_verb(item: str) -> bool:
    marks = [mark for mark in read(item).marks if mark.first == 0]
    return any(mark.entry.topic.startswith("verbs") for mark in marks) and not any(
        mark.entry.topic in {"nouns", "vague"} for mark in marks
    )
