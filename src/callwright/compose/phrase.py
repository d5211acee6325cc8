"""What kind of phrase somebody gave as an answer: what the customer does, a fact, a thing, or a sentence of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final, Literal

from callwright.compose.catalogue import default
from callwright.smart.reading import Clause, Reading, read
from callwright.smart.reading.model import Mark, Person

Kind = Literal["do", "seller", "clause", "know", "thing"]
"""do: what the customer does ("agree to a start date"). seller: what the rep does ("ask for the order").
clause: with its subject ("she signs"). know: a question to be answered ("who signs"). thing: the rest ("a date")."""

_KNOW: Final = re.compile(
    r"(who|whom|whose|which|when|where|whether|why|how (?:many|much|often|long|soon|big|far|old|they|he|she|it|the)|"
    r"(?:in|on|by|up to|above|to|for|from|at|within|under) (?:which|what|whom|whose)|what|if)\b",
    re.IGNORECASE,
)
_THING: Final = re.compile(
    r"(?:the|an?|at least|their|his|her|its|our|my|one|two|three|four|five|some|any|no|both|all)\b|[\d$£€]",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(r"(he|she|they|it|we|i|somebody|someone|everyone|nobody)\b", re.IGNORECASE)
_LEAD: Final = re.compile(r"(?:that|to|yes[,:]?|ok[,:]?)\s+", re.IGNORECASE)
_OURS: Final = frozenset(
    [
        "get",
        "have",
        "ask",
        "leave",
        "find",
        "learn",
        "win",
        "secure",
        "obtain",
        "close",
        "discuss",
        "show",
        "demonstrate",
        "explain",
        "know",
        "understand",
        "uncover",
        "discover",
        "end",
        "establish",
        "pin",
        "settle",
        "sell",
        "persuade",
        "convince",
        "go",
        "make",
        "want",
        "need",
    ]
)
"""Verbs that the rep is the one to do, although customers can do some of them too."""
_OURS_WITH: Final = frozenset(
    {("come", "away"), ("come", "out"), ("walk", "out"), ("walk", "away"), ("go", "home"), ("take", "away")}
)
_WILL: Final = frozenset(["to", "will", "would", "can", "must", "should", "shall", "has", "have"])
_REACH: Final = 8
"""How many words may stand between a subject and its verb."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase with its kind. text: trimmed, without a full stop; a `do` begins with its verb in the base form.

    subject: of a clause, "" else.
    """

    text: str
    kind: Kind
    subject: str = ""


@lru_cache(maxsize=2048)
def phrase(text: str) -> Phrase:
    """The phrase behind an answer."""
    text = trimmed(text)
    if _KNOW.match(text) and not text.endswith("?"):
        return Phrase(text, "know")
    reading = read(text)
    if (subject := _subject(reading)) is not None:
        return Phrase(text, "clause", subject)
    if _THING.match(text):
        return Phrase(text, "thing")
    return _verbal(reading) or Phrase(text, "thing")


def trimmed(text: str) -> str:
    """Without the blanks, bullets and full stop around it, and without a leading "to" or "that"."""
    text = " ".join(text.split()).strip(" .;,-–—•*").strip('"“”')
    return _LEAD.sub("", text, count=1) if _LEAD.match(text) else text


def _subject(reading: Reading) -> str | None:
    """The subject of a sentence: 'the CFO' of 'the CFO signs'."""
    clause = reading.clauses[0] if reading.clauses else None
    if clause is None or clause.act.actor != "customer" or clause.act.caused or not _leads(reading, clause):
        return None
    return reading.words(reading.span(clause.first, clause.act.first))


def _leads(reading: Reading, clause: Clause) -> bool:
    """Whether the act of the clause has its subject before it, and near."""
    if not 0 < clause.act.first - clause.first <= _REACH or not _finite(reading, clause.act.first):
        return False
    if _SUBJECT.match(reading.tokens[clause.first].norm):
        return True
    near = [who for who in reading.people if who.first <= clause.first + 2 and not who.pronoun]
    return any(not _owns(reading, who) for who in near)


def _owns(reading: Reading, who: Person) -> bool:
    """'The manager's name': not the manager is spoken of."""
    return any(token.possessive for token in reading.tokens if who.start <= token.start < who.end)


def _finite(reading: Reading, place: int) -> bool:
    """'Signs', 'will sign', 'to sign'; not 'invited', nor the 'name' of 'the day they name'."""
    before = reading.tokens[place - 1].norm
    if before in {"who", "that", "which"}:
        return False
    forms = {form for _, form in reading.tokens[place].forms}
    return before in _WILL or "third" in forms or (place == 1 and "base" in forms)


def _verbal(reading: Reading) -> Phrase | None:
    """A phrase that begins with its verb: the customer's ('agree', 'agrees') or the rep's ('ask for', 'leave with')."""
    text = reading.text
    marks = [mark for mark in reading.marks if mark.first == 0]
    customer = _first(marks, "verbs_customer")
    words = [token.norm for token in reading.tokens[:2]]
    if words[:2] == ["ask", "us"]:
        return Phrase(text, "do")
    if not words or words[0] in _OURS or tuple(words) in _OURS_WITH:
        return Phrase(text, "seller") if words else None
    if words[0] in _theirs() and not _is_noun(reading):
        return Phrase(text[:1].lower() + text[1:], "do")
    if customer is None:
        return Phrase(text, "seller") if _first(marks, "verbs_seller") else None
    return None if _is_noun(reading) else Phrase(_base(reading, customer), "do")


@cache
def _theirs() -> frozenset[str]:
    """Verbs of the catalogue's acts: what customers do, whatever else the word can mean."""
    return frozenset(entry.do.split(" ", 1)[0] for entry in default().entries if entry.do) | {"take", "change"}


def _first(marks: list[Mark], topic: str) -> Mark | None:
    known = [mark for mark in marks if mark.entry.topic == topic and mark.form in {"base", "third", None}]
    return max(known, key=lambda mark: mark.last, default=None)


def _is_noun(reading: Reading) -> bool:
    """'Name of the decider', 'order for ten', 'sample'."""
    if len(reading.tokens) == 1:
        return any(mark.first == 0 and mark.entry.topic in {"nouns", "vague"} for mark in reading.marks)
    return reading.tokens[1].norm in {"of", "for", "from", "with", "in", "on", "and", "by", "at"} and any(
        mark.first == 0 and mark.entry.topic in {"nouns", "vague"} for mark in reading.marks
    )


def _base(reading: Reading, verb: Mark) -> str:
    """The phrase with its verb in the base form: 'agrees to a date' becomes 'agree to a date'."""
    first = reading.tokens[0]
    if verb.form != "third":
        return (
            first.norm + reading.text[first.end :] if first.capital and not reading.text[:2].isupper() else reading.text
        )
    lemma = next((lemma for lemma, form in first.forms if form == "third"), first.norm)
    return lemma + reading.text[first.end :]
