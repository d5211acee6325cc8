"""Tokens and marks side by side, with the questions that clauses and acts are read with. Used while reading only."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.model import Mark, Token

VERBS: Final = ("verbs_customer", "verbs_seller")
HARD: Final = frozenset(".;:()?!\n–—→>•-")
"""Punctuation that ends a clause whatever follows."""
_OPENS_NOUN: Final = frozenset({"determiner", "customer_possessive", "us"})
REACH: Final = 9
"""How many words may stand between 'have' or a name and what the customer is to do."""
_SUBJECTS: Final = frozenset(
    words_of("he, she, they, who, whoever, i, we, it, everyone, everybody, nobody, somebody, someone, both, neither")
)


class Line:
    """One line while it is being read: its tokens, and for each place the marks that start there."""

    __slots__ = ("at", "covered", "marks", "tokens")

    def __init__(self, tokens: Sequence[Token], marks: Sequence[Mark]) -> None:
        self.tokens, self.marks = tokens, marks
        self.at: list[dict[str, list[Mark]]] = [{} for _ in tokens]
        self.covered: list[set[str]] = [set() for _ in tokens]
        for mark in marks:
            self.at[mark.first].setdefault(mark.entry.topic, []).append(mark)
            for place in range(mark.first, mark.last):
                self.covered[place].add(mark.entry.topic)

    def grammar(self, place: int, *groups: str) -> Mark | None:
        """A small word of one of the groups that starts here."""
        for mark in self.at[place].get("grammar", ()):
            if mark.entry.group in groups:
                return mark
        return None

    def skip(self, place: int, stop: int, *groups: str) -> int:
        """The first place from here on that no word of the groups covers."""
        while place < stop and (mark := self.grammar(place, *groups)):
            place = max(place + 1, mark.last)
        return place

    def is_name(self, place: int) -> bool:
        """A capitalised word that the lexicon does not know: somebody's name, or a company's."""
        token = self.tokens[place]
        return token.kind == "word" and token.capital and not self.covered[place] and not token.forms

    def is_person(self, place: int) -> bool:
        """A customer's pronoun, a role, or a name starts here."""
        return (
            self.grammar(place, "customer_pronoun") is not None or "roles" in self.covered[place] or self.is_name(place)
        )

    def is_subject_pronoun(self, place: int) -> bool:
        """He, she, they and the like: a verb follows."""
        return self.tokens[place].norm in _SUBJECTS

    def opens_noun(self, place: int) -> bool:
        """A determiner or possessive, after which words are nouns."""
        return self.tokens[place].possessive or any(
            mark.entry.group in _OPENS_NOUN for mark in self.at[place].get("grammar", ())
        )

    def verbs(self, place: int) -> Iterator[Mark]:
        """The verbs that start here, whoever acts."""
        for topic in VERBS:
            yield from self.at[place].get(topic, ())

    def verb(self, place: int, topic: str) -> Mark | None:
        """The first verb of the topic that starts here."""
        found = self.at[place].get(topic)
        return found[0] if found else None

    def is_noun_too(self, place: int) -> bool:
        """A word such as 'order', 'demo' or 'name', which is a noun as often as a verb."""
        return any(topic in self.at[place] for topic in ("nouns", "vague", "feelings", "roles"))

    def first_of(self, start: int, stop: int, topic: str) -> Mark | None:
        """The first mark of a topic in the stretch."""
        for place in range(start, stop):
            found = self.at[place].get(topic)
            if found:
                return found[0]
        return None

    def is_ing(self, place: int) -> bool:
        """The first word of a stretch is an -ing form, as in notes ('Staying in touch and learning which …')."""
        return any(mark.form == "ing" for mark in self.verbs(place))

    def past(self, mark: Mark) -> bool:
        """The first word of the mark is a past form or a participle, or may be one ('put', 'set')."""
        head = mark.entry.lemma.replace("-", " ").split(" ", 1)[0]
        return (head, "past") in self.tokens[mark.first].forms

    def group_at(self, place: int, topic: str, group: str) -> Mark | None:
        """A mark of the group that starts here."""
        for mark in self.at[place].get(topic, ()):
            if mark.entry.group == group:
                return mark
        return None

    def group_in(self, start: int, stop: int, topic: str, group: str) -> Mark | None:
        """The first mark of the group in the stretch."""
        for place in range(start, stop):
            mark = self.group_at(place, topic, group)
            if mark is not None:
                return mark
        return None
