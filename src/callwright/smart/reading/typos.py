"""Plain typos of common verbs and nouns, mended: one slip in a word that nobody would write on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from callwright.smart.lexicon import Lexicon
from callwright.smart.lexicon.store import table, words_of
from callwright.smart.reading.model import Token

SHORTEST: Final = 5
"""Shorter words are left alone: a slip in them makes another word too easily."""

LONGEST: Final = 20
"""Longer strings are no words."""


def mended(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token]:
    """The tokens, with the norm of a misspelt word replaced; places stay as they are."""
    return [_mend(token, lexicon) for token in tokens]


def _mend(token: Token, lexicon: Lexicon) -> Token:
    word = token.norm
    if (
        token.kind != "word"
        or token.capital
        or not SHORTEST <= len(word) <= LONGEST
        or token.forms
        or word in _known(lexicon)
    ):
        return token
    right = min(_candidates(word, _slips(lexicon)), key=lambda found: (_rank(word, found), found), default=None)
    return token if right is None else token._replace(norm=right, forms=lexicon.lemmas.get(right, ()))


def _candidates(word: str, slips: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Words of the lexicon one slip away, some of them several times."""
    for key in (word, *_shorter(word)):
        for right in slips.get(key, ()):
            if _one_slip(word, right):
                yield right


def _rank(wrong: str, right: str) -> int:
    """Swapped letters are the likeliest slip, then a letter too many or too few, then another letter."""
    if len(wrong) != len(right):
        return 1
    return 0 if sorted(wrong) == sorted(right) else 2


@cache
def _known(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.vocabulary) | frozenset(words_of(table("typos")["not_typos"]))


@cache
def _slips(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """What is left of a word with one letter left out -> the words it may be left of."""
    slips: dict[str, tuple[str, ...]] = {}
    for word in lexicon.correctable:
        for key in {word, *_shorter(word)}:
            slips[key] = (*slips.get(key, ()), word)
    return slips


def _shorter(word: str) -> Iterator[str]:
    for place in range(len(word)):
        yield word[:place] + word[place + 1 :]


def _one_slip(wrong: str, right: str) -> bool:
    """One letter left out, put in, changed, or two neighbours swapped; the first letter is hardly ever wrong."""
    start = 0
    while start < min(len(wrong), len(right)) and wrong[start] == right[start]:
        start += 1
    left, goal = wrong[start:], right[start:]
    if start == 0 and wrong[:2] != right[1::-1]:
        return False
    return (
        left[1:] == goal
        or left == goal[1:]
        or left[1:] == goal[1:]
        or (left[2:] == goal[2:] and left[:2] == goal[1::-1])
    )
