"""The lexicon: words as data (one TOML file a topic) in a shape that a line can be matched against quickly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from callwright.smart.lexicon.forms import Form, Irregulars, add_s, verb_forms
from callwright.smart.lexicon.trie import GAP, Entry, Node

VERB_TOPICS = ("verbs_customer", "verbs_seller")
NOUN_TOPICS = frozenset({"nouns", "vague", "roles"})
TOPICS = (*VERB_TOPICS, "nouns", "vague", "feelings", "roles", "grammar", "time", "scope", "state")

CORRECTABLE = 5
"""A word of fewer letters is not looked for behind a misspelt one."""

Extra = tuple[str, tuple[str, ...]]
"""Words of a team's own: the heading under which they go ('roles.standing3', 'product') and the words."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Every word and phrase that the engine knows, with the words a team has added.

    root: the tree of phrases. lemmas: a written form -> the words it may be a form of, with the name of the form.
    vocabulary: every word that stands in some phrase. correctable: words long enough for a slip in them to be mended.
    """

    root: Node
    lemmas: Mapping[str, tuple[tuple[str, Form], ...]]
    shorthand: Mapping[str, tuple[str, ...]]
    contractions: Mapping[str, str]
    vocabulary: frozenset[str]
    correctable: tuple[str, ...]
    extra: tuple[Extra, ...] = ()

    def extended(
        self,
        roles: Mapping[str, int] | None = None,
        products: Iterable[str] = (),
        jargon: Mapping[str, str] | None = None,
    ) -> Lexicon:
        """A lexicon with a team's own words beside the usual ones.

        roles: a role -> what it can grant, 0-3 (0 nothing, 1 uses the work, 2 manages, 3 signs).
        products: names of products; a line that names one names something definite.
        jargon: an expression -> the group it belongs to, such as 'verbs_seller.show'.
        Raises ValueError, naming the word, for a standing outside 0-3 or a group that does not exist.
        """
        return _built((*self.extra, *_own_words(roles or {}, products, jargon or {})))


def _own_words(roles: Mapping[str, int], products: Iterable[str], jargon: Mapping[str, str]) -> Iterator[Extra]:
    for role, standing in roles.items():
        if standing not in range(4):
            raise ValueError(f"the role {role!r} has the standing {standing!r}; it takes 0, 1, 2 or 3")
        yield f"roles.standing{standing}", (role,)
    for word, group in jargon.items():
        if group not in groups():
            raise ValueError(f"{word!r} is put under {group!r}; it takes one of {', '.join(sorted(groups()))}")
        yield group, (word,)
    products = tuple(products)
    if products:
        yield "nouns.product", products


def default() -> Lexicon:
    """The lexicon as it ships; read once."""
    return _built(())


@cache
def groups() -> frozenset[str]:
    """Every 'topic.group' there is."""
    return frozenset(f"{topic}.{group}" for topic in TOPICS for group in table(topic))


@cache
def table(name: str) -> dict[str, Any]:
    """One of the package's TOML files, parsed."""
    return tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))


def words_of(text: str) -> list[str]:
    """The words and phrases of a comma-separated list."""
    return [phrase for raw in text.replace("\n", " ").split(",") if (phrase := raw.strip())]


@cache
def _built(extra: tuple[Extra, ...]) -> Lexicon:
    root, lemmas = Node(), _Lemmas()
    # A team's own words are planted first: of several meanings of a phrase, the first is asked first.
    for heading, words in extra:
        topic, group = heading.split(".")
        _plant(root, lemmas, topic, group, [word.casefold() for word in words])
    for topic in TOPICS:
        for group, content in table(topic).items():
            _plant(root, lemmas, topic, group, words_of(content["words"]))
    short = table("shorthand")
    expanded = {key: tuple(value.split()) for key, value in short["words"].items()}
    forms = lemmas.frozen()
    vocabulary = frozenset(lemmas.words) | forms.keys()
    correctable = tuple(sorted(word for word in vocabulary if len(word) >= CORRECTABLE and word.isalpha()))
    return Lexicon(root, forms, expanded, short["contractions"], vocabulary, correctable, extra)


def _plant(root: Node, lemmas: _Lemmas, topic: str, group: str, phrases: list[str]) -> None:
    for phrase in phrases:
        words = phrase.replace("-", " ").replace("'s", "").split()
        root.add(words, Entry(topic, group, phrase))
        lemmas.words.update(words)
        if topic in VERB_TOPICS or group == "become":
            lemmas.verb(words[0])
        elif topic in NOUN_TOPICS:
            lemmas.noun(words[-1])


class _Lemmas:
    """Collects which words a written form may be a form of."""

    def __init__(self) -> None:
        raw = table("irregular")
        forms = {base: tuple(words_of(text)) for base, text in raw["verbs"].items()}
        self.irregular = Irregulars(forms, frozenset(words_of(raw["double"])))
        self.words: set[str] = set()
        self.seen: dict[str, dict[tuple[str, Form], None]] = {}
        self.done: set[str] = set()

    def verb(self, base: str) -> None:
        if base in self.done or base == GAP:
            return
        self.done.add(base)
        for form, name in verb_forms(base, self.irregular):
            self.seen.setdefault(form, {})[base, name] = None

    def noun(self, word: str) -> None:
        self.seen.setdefault(add_s(word), {})[word, "plural"] = None

    def frozen(self) -> dict[str, tuple[tuple[str, Form], ...]]:
        return {form: tuple(found) for form, found in self.seen.items()}
