"""The phrases of the lexicon found in a line."""

from __future__ import annotations

from collections.abc import Sequence

from callwright.smart.lexicon import Entry, Lexicon
from callwright.smart.lexicon.forms import Form
from callwright.smart.lexicon.trie import matches
from callwright.smart.reading.model import Mark, Token

_STOPS = frozenset(".;:()?!\n,")


def find_marks(tokens: Sequence[Token], lexicon: Lexicon) -> list[Mark]:
    """All phrases in order of place; of two of one topic the longer stands, ties stand together."""
    words = [_readings(token) for token in tokens]
    stops = _stops(tokens)
    marks: list[Mark] = []
    reach: dict[str, int] = {}
    for at, token in enumerate(tokens):
        if token.kind == "punctuation":
            continue
        found = [
            mark
            for mark in _longest(tokens, words, at, stops[at], lexicon)
            if mark.last > reach.get(mark.entry.topic, 0)
        ]
        marks.extend(found)
        reach.update((mark.entry.topic, mark.last) for mark in found)
    return marks


def _readings(token: Token) -> tuple[str, ...]:
    if not token.forms:
        return (token.norm,)
    return (token.norm, *(lemma for lemma, _ in token.forms if lemma != token.norm))


def _stops(tokens: Sequence[Token]) -> list[int]:
    """For each token, where the stretch without punctuation that it stands in ends."""
    stops = [len(tokens)] * len(tokens)
    stop = len(tokens)
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at].norm in _STOPS:
            stop = at
        stops[at] = stop
    return stops


def _longest(
    tokens: Sequence[Token], words: Sequence[tuple[str, ...]], at: int, stop: int, lexicon: Lexicon
) -> list[Mark]:
    """The longest phrases that start here, topic by topic."""
    best: dict[str, tuple[int, dict[Entry, None]]] = {}
    for word in words[at]:
        node = lexicon.root.children.get(word)
        if node is None:
            continue
        for end, entry in matches(node, words, at + 1, stop):
            length, entries = best.get(entry.topic, (0, {}))
            if end > length:
                best[entry.topic] = (end, {entry: None})
            elif end == length:
                entries[entry] = None
    return [Mark(at, end, entry, _form(tokens[at], entry)) for end, entries in best.values() for entry in entries]


def _form(token: Token, entry: Entry) -> Form | None:
    head = entry.lemma.replace("-", " ").split(" ", 1)[0]
    for lemma, form in token.forms:
        if lemma == head:
            return form
    return None
