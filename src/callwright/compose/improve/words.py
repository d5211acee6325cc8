"""Small lists of words, kept as data, and words cut so that forms of one meet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final

_ENDING: Final = re.compile(r"(?<=\w{3})(?:ations?|ings?|ies|es|ed|e|s|y)$")


@cache
def _lists() -> Mapping[str, str]:
    return tomllib.loads((resources.files(__package__) / "words.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of words.toml."""
    return frozenset(_lists()[name].split())


@cache
def phrases(name: str) -> frozenset[str]:
    """The phrases of one list of words.toml, which has one a line."""
    return frozenset(line.strip() for line in _lists()[name].splitlines() if line.strip())


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, cut so that forms of a word meet ('delivery', 'delivered')."""
    return frozenset(_stems(text))


def _stems(text: str) -> Iterator[str]:
    for word in re.findall(r"[a-z0-9£$€%]+", text.lower()):
        if word not in words("common"):
            yield _ENDING.sub("", word)[:5]


@cache
def stemmed(name: str) -> frozenset[str]:
    """A list of words.toml, cut as lines are."""
    return stems(" ".join(words(name)))
