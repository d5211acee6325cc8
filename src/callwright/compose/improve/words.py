"""Small lists of words, kept as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def words(name: str) -> frozenset[str]:
    """The words of one list of words.toml."""
    text = (resources.files(__package__) / "words.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name].split())
