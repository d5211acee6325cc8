"""What somebody could plausibly grant, from the words for them: the levels of the corpus's READINGS.md."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from callwright.smart.lexicon.forms import add_s
from callwright.smart.lexicon.store import Lexicon, default
from callwright.smart.lexicon.trie import Entry, Node

_SPLIT: Final = str.maketrans(dict.fromkeys("-/,.()&'’", " "))
_HEADS: Final = (
    (frozenset({"apprentice", "temp", "attendant", "intern", "assistant", "secretary"}), 0),
    (frozenset({"chief", "owner", "director", "vp", "svp", "evp", "board", "committee", "panel"}), 3),
    (frozenset({"manager", "mgr", "supervisor", "officer", "consultant", "lead", "leader", "head", "engineer"}), 2),
    (frozenset({"coordinator", "technician", "clerk", "analyst", "operator", "nurse", "team", "crew"}), 1),
)
"""The words that decide where no whole role is known: 'Head of Yoghurt', 'reefer engineer'."""


def standing(text: str, lexicon: Lexicon | None = None) -> int | None:
    """0-3 for the person described ('Dana (IT lead)', 'the CFO'), None where the words do not tell.

    0: grants nothing. 1: does or uses the work. 2: a manager, specialist or professional. 3: holds the money or signs.
    """
    return _standing(text, lexicon or default())


@lru_cache(maxsize=4096)
def _standing(text: str, lexicon: Lexicon) -> int | None:
    words = text.casefold().replace("'s ", " ").replace("’s ", " ").translate(_SPLIT).split()
    found = list(_roles(words, lexicon.root))
    if found:
        return _of(found, words)
    return next((level for heads, level in _HEADS if heads & set(words)), None)


_UNDER: Final = frozenset({"assistant", "deputy", "junior", "trainee"})


def _of(found: list[tuple[int, int, int]], words: list[str]) -> int:
    """An assistant to somebody is an assistant; of several roles of one person the longest speaks, then the last."""
    low = [level for start, _, level in found if words[start] in _UNDER]
    if low:
        return min(low)
    return max(found, key=lambda item: (item[1] - item[0], item[1]))[2]


def _roles(words: list[str], root: Node) -> list[tuple[int, int, int]]:
    """Every role with its place and level; at one place the longest."""
    found = []
    for start in range(len(words)):
        best = _longest(words, start, root)
        if best is not None:
            found.append((start, *best))
    return found


def _longest(words: list[str], start: int, root: Node) -> tuple[int, int] | None:
    node, best = root, None
    for place in range(start, len(words)):
        child = node.children.get(words[place]) or _singular(words[place], node)
        if child is None:
            break
        node = child
        level = next((_level(entry) for entry in node.entries if entry.topic == "roles"), None)
        best = best if level is None else (place + 1, level)
    return best


def _singular(word: str, node: Node) -> Node | None:
    for one in (word[:-1], word[:-2], word[:-3] + "y"):
        if one in node.children and add_s(one) == word:
            return node.children[one]
    return None


def _level(entry: Entry) -> int:
    return int(entry.group.removeprefix("standing"))
