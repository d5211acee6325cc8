"""What a reading of one line holds: tokens, marks, clauses with their acts. Frozen data with code-point offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from callwright.smart.lexicon.forms import Form
from callwright.smart.lexicon.trie import Entry

Actor = Literal["customer", "seller", "both", "unstated"]
ActKind = Literal[
    "commitment", "purchase", "disclosure", "inquiry", "probe", "uncover",
    "seller_activity", "open_activity", "contact", "courtesy", "service", "care", "admin",
    "relationship", "feeling", "opinion", "belief", "target", "push", "value", "unstated",
]  # fmt: skip
"""What a clause is after. The first line advances the sale or adds to what we know; the second does neither."""
Role = Literal["result", "background", "fallback"]
QuantityKind = Literal["number", "money", "percent", "duration"]

RESULTS: Final = frozenset({"commitment", "purchase", "disclosure", "inquiry", "probe", "uncover"})
"""Acts after which the customer has moved or we know more."""

Span = tuple[int, int]
"""Half-open code-point offsets into the text as given."""


class Token(NamedTuple):
    """A word, a number or a mark of punctuation. norm: in lower case, spelled out and with plain typos mended."""

    start: int
    end: int
    norm: str
    kind: Literal["word", "number", "punctuation"]
    capital: bool = False
    possessive: bool = False
    forms: tuple[tuple[str, Form], ...] = ()


class Mark(NamedTuple):
    """A phrase of the lexicon found at tokens first..last (exclusive); form is that of its first word."""

    first: int
    last: int
    entry: Entry
    form: Form | None

    @property
    def group(self) -> str:
        """The heading of the lexicon, without its file: 'commitment', 'topic'."""
        return self.entry.group


@dataclass(frozen=True, slots=True)
class Act:
    """Who does what: the verb (or noun) that a clause turns on, at tokens first..last (exclusive).

    caused: the seller brings the customer to it ('have her sign'). nominal: a noun stands for it ('signature').
    """

    actor: Actor
    kind: ActKind
    lemma: str
    first: int
    last: int
    caused: bool = False
    nominal: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens first..last (exclusive) with one act.

    role: whether it names the result, what leads up to it, or what is wanted if it fails. asks: it is a question.
    counted: a number or a bound stands in it ('two', 'top three'). asked: a question with one answer ('who signs',
    'how many'). open: one that could go on for ever ('how they work'). named: a fact ('name', 'budget'), or a product
    of the team's own.
    """

    first: int
    last: int
    act: Act
    role: Role = "result"
    asks: bool = False
    negated: bool = False
    counted: bool = False
    asked: bool = False
    open: bool = False
    named: bool = False

    @property
    def firm(self) -> bool:
        """A data point, a count or a bound stands in it."""
        return self.counted or self.asked or self.named


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the line, at token `first`. value is None where it cannot be read; duration is in minutes."""

    start: int
    end: int
    first: int
    kind: QuantityKind
    value: float | None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named: a role, a name or a pronoun. standing: what they could grant, 0-3, None where unknown."""

    start: int
    end: int
    first: int
    standing: int | None
    pronoun: bool = False


def _first(found: Mark | Quantity | Clause) -> int:
    return found.first


@dataclass(frozen=True, slots=True)
class Reading:
    """A line read once. Everything that a rule may ask is here; rules do not look at the raw text.

    stem: the span of 'By the end of this call, I will have accomplished' and its like, None without one.
    results: the clauses that name a result (not background, not the fallback).
    outcomes: how many separate outcomes it names, at least 1. fallback: the span of 'failing that …'.
    """

    text: str
    tokens: tuple[Token, ...]
    marks: tuple[Mark, ...]
    clauses: tuple[Clause, ...]
    people: tuple[Person, ...]
    quantities: tuple[Quantity, ...]
    times: tuple[Span, ...]
    outcomes: int
    results: tuple[Clause, ...]
    stem: Span | None = None
    fallback: Span | None = None

    def marked(self, topic: str, *groups: str) -> Iterator[Mark]:
        """The marks of a topic, of the named groups or of all."""
        for mark in self.marks:
            if mark.entry.topic == topic and (not groups or mark.entry.group in groups):
                yield mark

    def marked_in(self, first: int, last: int, topic: str, *groups: str) -> Iterator[Mark]:
        """The marks of a topic that start at tokens first..last (exclusive), of the named groups or of all."""
        for at in range(bisect_left(self.marks, first, key=_first), len(self.marks)):
            mark = self.marks[at]
            if mark.first >= last:
                return
            if mark.entry.topic == topic and (not groups or mark.entry.group in groups):
                yield mark

    def quantities_in(self, clause: Clause) -> tuple[Quantity, ...]:
        """The numbers in a clause."""
        start = bisect_left(self.quantities, clause.first, key=_first)
        return self.quantities[start : bisect_left(self.quantities, clause.last, key=_first)]

    def clause_at(self, place: int) -> Clause | None:
        """The clause that token `place` stands in."""
        at = bisect_right(self.clauses, place, key=_first) - 1
        return self.clauses[at] if at >= 0 and place < self.clauses[at].last else None

    def said_in(self, clause: Clause) -> frozenset[str]:
        """The words of a clause, as they were read."""
        return frozenset(token.norm for token in self.tokens[clause.first : clause.last])

    def span(self, first: int, last: int) -> Span:
        """The offsets of tokens first..last (exclusive)."""
        return self.tokens[first].start, self.tokens[last - 1].end

    def words(self, span: Span) -> str:
        """The text of a span as it was written."""
        return self.text[span[0] : span[1]]

    def kinds(self) -> frozenset[str]:
        """The kinds of act among the results."""
        return frozenset(clause.act.kind for clause in self.results)
