"""For templates: the five letters of an objective, small."""

from __future__ import annotations

from typing import Final

from django import template

from callwright.smart import CRITERIA
from callwright.web.checking.words import IN_A_SENTENCE, TITLES

register = template.Library()

STATES: Final = {"+": "met", "-": "unmet", "?": "close"}
SPOKEN: Final = {"+": IN_A_SENTENCE["met"], "-": IN_A_SENTENCE["unmet"], "?": "a close call"}


@register.filter
def pairs(letters: str) -> list[tuple[str, str]]:
    """Each letter with its state, as in ("S", "met"), of a string like "++-?+"; none where there is no verdict."""
    return [(TITLES[name][0], STATES[mark]) for name, mark in zip(CRITERIA, letters, strict=False) if mark in STATES]


@register.filter
def spoken(letters: str) -> str:
    """The same in words: "Specific: met; Measurable: not yet"."""
    known = [(TITLES[name], SPOKEN[mark]) for name, mark in zip(CRITERIA, letters, strict=False) if mark in SPOKEN]
    return "; ".join(f"{title}: {said}" for title, said in known)
