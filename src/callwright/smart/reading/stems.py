"""Openings that say only that an objective follows; the three of "Creating a SMART Sales Call Objective" and their kin."""

from __future__ import annotations

import re
from typing import Final

from callwright.smart.reading.model import Span

_STEM: Final = re.compile(
    r"""(?:[-*•–—>"'“‘(\s]|\d{1,2}[.)](?!\d)|[a-z][.)](?=\s))*
    (?P<stem>
      (?:by|at|before)\ the\ end\ of\ (?:this|the|my|our|today['’]s)?\ ?(?:sales\ )?(?:call|meeting|visit|conversation|session|demo),?\ (?:i|we)\ (?:will|shall|want\ to|need\ to|would\ like\ to|['’]ll)?\ ?(?:have\ )?(?:accomplished|achieved)?(?:\ the\ following|\ this\ much|\ this|\ one\ thing|\ two\ things|\ three\ things)?
    | to\ advance\ the\ (?:customer|client|prospect|sale|deal|account)(?:\ in\ the\ (?:buying|sales)\ process)?,?\ (?:i|we)\ need\ to(?:\ accomplish)?
    | (?:this|the|my|our)\ (?:call|meeting|visit)\ will\ (?:have\ been|be)\ (?:a\ )?(?:highly\ |very\ |really\ )?(?:success|successful)\ if\ (?:i|we)(?:\ (?:can\ )?(?:accomplish|achieve)(?:\ the\ following|\ one\ thing|\ two\ things|\ three\ things)?)?
    | (?:my\ |our\ |the\ |call\ )*(?:main\ |primary\ |key\ |only\ |sole\ |sales\ |one\ )*(?:objective|goal|aim|target|purpose|ask|obj)(?:\ (?:for|of)\ (?:this|the|today['’]s|tmrw|tomorrow|today|my)\ ?(?:sales\ )?(?:call|meeting|visit)?)?\ ?(?::|\ is(?:\ to)?\b|\ =|\ -)
    )\s*[:,…-]*(?:\.{3})?\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_BULLET: Final = re.compile(r"""(?:[-*•–—>"'“‘(\s]|\d{1,2}[.)](?!\d)|[a-z][.)](?=\s))*""")
_LIMIT: Final = 300


def stem_of(text: str) -> tuple[int, Span | None]:
    """Where the objective itself begins, and the span of the stem before it (None without one)."""
    match = _STEM.match(text, 0, _LIMIT)
    if match is not None and match.end() < len(text.rstrip()):
        return match.end(), match.span("stem")
    bullet = _BULLET.match(text, 0, _LIMIT)
    return (bullet.end() if bullet else 0), None
