"""Plain typos of common verbs and nouns, mended: one slip in a word that nobody would write on purpose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
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
    right = _right(word, lexicon)
    return token if right is None else token._replace(norm=right, forms=lexicon.lemmas.get(right, ()))


@lru_cache(maxsize=4096)
def _right(word: str, lexicon: Lexicon) -> str | None:
    """The word that was meant, None where none is one slip away."""
    return min(_candidates(word, lexicon), key=lambda found: (_rank(word, found), found), default=None)


def _candidates(word: str, lexicon: Lexicon) -> Iterator[str]:
    """Words of the lexicon one slip away, some of them several times."""
    for letters in (len(word) - 1, len(word), len(word) + 1):
        start, end = _ends(word, letters)
        own, swapped = _halves(lexicon, word[0]), _halves(lexicon, word[1])
        for right in (*own.get(start, ()), *own.get(end, ()), *swapped.get(end, ())):
            if _one_slip(word, right):
                yield right


def _ends(word: str, letters: int) -> tuple[tuple[int, str], tuple[int, str]]:
    """The start and the end of a word, of which one is whole wherever a word of so many letters has its slip."""
    half = (letters - 1) // 2
    return (letters, word[:half] + "~"), (letters, "~" + word[-half:])


def _rank(wrong: str, right: str) -> int:
    """Swapped letters are the likeliest slip, then a letter too many or too few, then another letter."""
    if len(wrong) != len(right):
        return 1
    return 0 if sorted(wrong) == sorted(right) else 2


@cache
def _known(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(lexicon.vocabulary) | frozenset(words_of(table("typos")["not_typos"]))


@cache
def _halves(lexicon: Lexicon, initial: str) -> dict[tuple[int, str], list[str]]:
    """The words with this first letter, by their length and start, and by their length and end."""
    halves: dict[tuple[int, str], list[str]] = {}
    for word in _initials(lexicon).get(initial, ()):
        for key in _ends(word, len(word)):
            halves.setdefault(key, []).append(word)
    return halves


@cache
def _initials(lexicon: Lexicon) -> dict[str, list[str]]:
    """The words long enough to be mended, by their first letter."""
    found: dict[str, list[str]] = {}
    for word in lexicon.correctable:
        found.setdefault(word[0], []).append(word)
    return found


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
