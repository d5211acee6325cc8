"""What a noun stands for, and what a verb of the customer means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.line import Line
from callwright.smart.reading.model import Act, ActKind, Mark

NOUN_KINDS: Final[Mapping[tuple[str, str], ActKind]] = {
    ("nouns", "commitment"): "commitment", ("nouns", "purchase"): "purchase", ("nouns", "fact"): "inquiry",
    ("nouns", "admin"): "admin", ("nouns", "opening"): "uncover", ("nouns", "terms"): "commitment",
    ("nouns", "thing"): "seller_activity", ("nouns", "product"): "unstated", ("nouns", "social"): "contact",
    ("vague", "step"): "push", ("vague", "direction"): "push",
    ("vague", "result"): "value", ("vague", "loose"): "value", ("vague", "topic"): "probe",
    ("feelings", "noun"): "relationship", ("feelings", "state"): "feeling", ("scope", "goal"): "relationship",
    ("scope", "target"): "target", ("scope", "growth"): "push",
}  # fmt: skip
"""What a clause is after that turns on a noun: ('nouns', 'fact') -> something we learn."""

_CUSTOMER_KINDS: Final[Mapping[str, ActKind]] = {
    "commitment": "commitment", "disclosure": "disclosure", "purchase": "purchase", "feeling": "feeling",
    "opinion": "opinion", "belief": "belief",
}  # fmt: skip


def customer_kind(line: Line, mark: Mark, last: int) -> ActKind:
    """The kind of act of a verb whose subject is the customer; 'admits who else bids' tells us something."""
    if mark.group == "opinion" and mark.last < min(last, len(line.tokens)) and line.grammar(mark.last, "question"):
        return "disclosure"
    return _CUSTOMER_KINDS[mark.group]


_WEAK: Final = frozenset({"loose", "state", "topic", "social", "terms"})
"""Groups that stand for the act only where no better noun follows: 'warm' in 'warm referrals'."""
_TOPICS: Final = ("scope", "nouns", "vague", "feelings")


def noun(line: Line, start: int, last: int, kinds: Mapping[tuple[str, str], ActKind]) -> Act | None:
    """The noun that the stretch turns on, as an act: the first of one of the kinds, weak ones only if alone."""
    found = [
        (mark.group in _WEAK, place, kind, mark)
        for place in range(start, last)
        for topic in _TOPICS
        for mark in line.at[place].get(topic, ())
        if (kind := kinds.get((topic, mark.group))) is not None
    ]
    if not found:
        return None
    _, _, kind, mark = min(found, key=lambda item: item[:2])
    return Act("unstated", kind, mark.entry.lemma, mark.first, mark.last, nominal=True)


_BROAD_HOW: Final = frozenset(
    words_of("they, he, she, we, it, the, their, his, her, things, this, that, these, a, an, our, people, to")
)
_SUMS: Final = frozenset(words_of("cost, costs, spend, spends, spent, pay, pays, paid, charge, charges"))


def precise(line: Line, place: int, last: int) -> bool:
    """A question with one answer starts here: 'who', 'how keen', 'why they left', 'what a stoppage costs'."""
    if line.grammar(place, "question"):
        return True
    norm = line.tokens[place].norm
    if norm == "how":
        return place + 2 < last and line.tokens[place + 1].norm not in _BROAD_HOW and _someone(line, place + 2)
    if norm == "what":
        return any(line.tokens[after].norm in _SUMS for after in range(place + 1, last))
    return norm == "why" and place + 2 < last


def _someone(line: Line, place: int) -> bool:
    """After 'how keen': 'they', 'the estate', 'Dana'. After 'how decisions' something else follows."""
    return line.is_person(place) or line.opens_noun(place) or line.tokens[place].norm in {"it", "is", "really"}


def endless(line: Line, place: int, last: int) -> bool:
    """A question that could go on for ever starts here: 'how they work', 'what matters to them'."""
    return line.tokens[place].norm in {"how", "what"} and not precise(line, place, last)
