"""What is sent: a small JSON object of the line and its call, and the standing request. Nothing else leaves."""

from __future__ import annotations

import json
import re
from importlib import resources
from typing import Any, Final

from callwright.smart import CRITERIA, Assessment, Call

TEXT_SENT: Final = 600
"""Characters of the line that are sent at most; a longer text gets no second opinion."""

_INSTRUCTS: Final = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|above|previous|earlier)\b"
    r"|\b(?:system|assistant|user|human)\s*:|</?\w+>|\bnew rule\b|\byou are now\b|\bsystem prompt\b|\bfrom now on\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words that speak to a model and not of a call. No such list is complete: what comes back is checked all the same."""

FIELD_SENT: Final = 120
"""Characters of any other field."""

PEOPLE_SENT: Final = 8


def request() -> str:
    """The standing request to the model."""
    return (resources.files(__package__) / "prompt.txt").read_text(encoding="utf-8")


def unfit(text: str, call: Call) -> str | None:
    """Why a line is not sent, in words; None where it may be."""
    if len(text) > TEXT_SENT:
        return "the text is too long to be sent"
    if any(_INSTRUCTS.search(words) for words in (text, call.product or "", *call.attendees)):
        return "the text speaks to a model as if to instruct it, so it was not sent"
    return None


def message(text: str, call: Call, check: Assessment) -> str:
    """What is sent of a line and its call, as JSON: no history, no team figures, no more than the limits above."""
    known: dict[str, Any] = {
        "text": text[:TEXT_SENT],
        "stage": call.stage,
        "minutes": call.minutes,
        "first_meeting": call.first_meeting,
        "channel": call.channel,
        "attendees": [who[:FIELD_SENT] for who in call.attendees[:PEOPLE_SENT]],
        "product": (call.product or "")[:FIELD_SENT] or None,
        "unmet": [name for name in CRITERIA if not check.met[name]],
    }
    return json.dumps({name: value for name, value in known.items() if value not in (None, [])}, ensure_ascii=False)
