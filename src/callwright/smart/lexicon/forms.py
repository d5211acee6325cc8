"""How English words change: the forms of a verb, the plural of a noun. Rules, with exceptions in irregular.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal["base", "third", "past", "ing", "plural", "be"]

_VOWELS = frozenset("aeiou")
_SIBILANT = ("s", "x", "z", "ch", "sh")
_BE: tuple[tuple[str, Form], ...] = (
    ("be", "base"), ("is", "third"), ("are", "base"), ("am", "base"), ("was", "past"), ("were", "past"),
    ("been", "past"), ("being", "ing"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Irregulars:
    """Verbs with forms of their own (base -> past and participle), and verbs that double their last letter."""

    forms: Mapping[str, tuple[str, ...]]
    doubling: frozenset[str]


def verb_forms(base: str, irregular: Irregulars) -> Iterator[tuple[str, Form]]:
    """Every form of the verb with its name; participles count as past: 'signed' in 'contract signed'."""
    if base == "be":
        yield from _BE
        return
    yield base, "base"
    yield add_s(base) if base != "have" else "has", "third"
    yield _stem(base, irregular) + "ing", "ing"
    yield _regular_past(base, irregular), "past"
    for form in irregular.forms.get(base, ()):
        yield form, "past"


def add_s(word: str) -> str:
    """The word with its s: 'agrees', 'goes', 'tries', 'touches'; the same rule makes plurals of nouns."""
    if word.endswith(_SIBILANT) or word in {"go", "do", "veto", "undergo"}:
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in _VOWELS and len(word) > 1:
        return word[:-1] + "ies"
    return word + "s"


def _stem(base: str, irregular: Irregulars) -> str:
    if base in irregular.doubling:
        return base + base[-1]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1]
    return base


def _regular_past(base: str, irregular: Irregulars) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return _stem(base, irregular) + "ed"
