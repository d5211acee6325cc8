"""Openings that say only that an objective follows: those of "Creating a SMART Sales Call Objective" and their kin."""

from __future__ import annotations

import re
from typing import Final

from callwright.smart.reading.model import Span

_MARKS: Final = r"""(?:[-*•–—>"'“‘(\s]|\d{1,2}[.)](?!\d)|[a-z][.)](?=\s))*"""
"""Bullets, numbering and quotation marks before the line."""
_CALL: Final = r"(?:sales )?(?:call|meeting|visit|conversation|session|demo)"
_COUNT: Final = r"(?: the following| this much| this| one thing| two things| three things)?"
_STEMS: Final = (
    rf"(?:by|at|before) the end of (?:this|the|my|our|today['’]s)? ?{_CALL},? (?:i|we) "
    rf"(?:will|shall|want to|need to|would like to|['’]ll)? ?(?:have )?(?:accomplished|achieved)?{_COUNT}",
    r"to advance the (?:customer|client|prospect|sale|deal|account)(?: in the (?:buying|sales) process)?,? "
    r"(?:i|we) need to(?: accomplish)?",
    rf"(?:this|the|my|our) {_CALL} will (?:have been|be) (?:a )?(?:highly |very |really )?success(?:ful)? if (?:i|we)"
    rf"(?: (?:can )?(?:accomplish|achieve){_COUNT})?",
    r"(?:my |our |the |call )*(?:main |primary |key |only |sole |sales |one )*"
    r"(?:objective|goal|aim|target|purpose|ask|obj)"
    rf"(?: (?:for|of) (?:this|the|today['’]s|tmrw|tomorrow|today|my) ?(?:{_CALL})?)? ?(?::| is(?: to)?\b| =| -)",
)
_STEM: Final = re.compile(rf"{_MARKS}(?P<stem>{'|'.join(_STEMS)})\s*[:,…-]*(?:\.{{3}})?\s*", re.IGNORECASE)
_BULLET: Final = re.compile(_MARKS)
_LIMIT: Final = 300


def stem_of(text: str) -> tuple[int, Span | None]:
    """Where the objective itself begins, and the span of the stem before it (None without one)."""
    match = _STEM.match(text, 0, _LIMIT)
    if match is not None and match.end() < len(text.rstrip()):
        return match.end(), match.span("stem")
    bullet = _BULLET.match(text, 0, _LIMIT)
    return (bullet.end() if bullet else 0), None
