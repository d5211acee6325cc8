"""Phrases as a tree of words, so that a line is matched against thousands of phrases in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

GAP: Final = "~"
"""Stands in a phrase for up to GAP_WORDS words."""
GAP_WORDS: Final = 5
"""How far a phrase may be pulled apart: 'walk the two new managers through'."""
BARRIERS: Final = frozenset(
    {"how", "who", "which", "what", "when", "whether", "why", "where", "if", "until", "because", "to", "so", "and"}
)
"""A phrase is never pulled apart across one of these."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of the lexicon: `topic` is its file, `group` the heading under which it stands, `lemma` the phrase."""

    topic: str
    group: str
    lemma: str


class Node:
    """A place in the tree: where the words so far lead, and the phrases that end here."""

    __slots__ = ("children", "entries")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.entries: tuple[Entry, ...] = ()

    def add(self, words: Sequence[str], entry: Entry) -> None:
        """Plants a phrase below this node."""
        node = self
        for word in words:
            child = node.children.get(word)
            if child is None:
                child = node.children[word] = Node()
            node = child
        node.entries += (entry,)


def matches(node: Node, words: Sequence[Sequence[str]], at: int, stop: int) -> Iterator[tuple[int, Entry]]:
    """Phrases that go on from `node` at word `at`: where each ends (exclusive) and what it is.

    `words` holds for each place the forms it may be read as; nothing is read from `stop` on.
    """
    for entry in node.entries:
        yield at, entry
    if not node.children:
        return
    yield from _step(node, words, at, stop)
    gap = node.children.get(GAP)
    if gap is not None:
        yield from _step(gap, words, at, stop)
        for skip in range(1, min(GAP_WORDS, stop - at) + 1):
            if words[at + skip - 1][0] in BARRIERS:
                return
            yield from _step(gap, words, at + skip, stop)


def _step(node: Node, words: Sequence[Sequence[str]], at: int, stop: int) -> Iterator[tuple[int, Entry]]:
    if at >= stop:
        return
    for word in words[at]:
        child = node.children.get(word)
        if child is not None:
            yield from matches(child, words, at + 1, stop)
