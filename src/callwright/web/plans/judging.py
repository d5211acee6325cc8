"""The verdict on an objective as it is stored: what `contracts.md` has, with the context that it was judged in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from callwright.smart import CRITERIA, Assessment, Call, Criterion, TextRefused
from callwright.web.checking.queries import judged

CONTEXT: Final = ("stage", "minutes", "first_meeting", "channel", "attendees", "product", "today")
"""What is known of a call, by the names of the contract."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is stored beside an objective. assessment: None, and letters empty, where the text gets no verdict."""

    assessment: dict[str, Any] | None = None
    smart: bool = False
    letters: str = ""

    def fields(self) -> dict[str, Any]:
        """By the names of the model's fields."""
        return {"assessment": self.assessment, "smart": self.smart, "letters": self.letters}


def verdict_of(text: str, call: Call, position: int) -> Verdict:
    """The verdict on the objective at a position of a call."""
    found = judged(text, call)
    if isinstance(found, TextRefused):
        return Verdict()
    return Verdict(as_stored(found, call, position), found.smart, letters(found))


def as_stored(assessment: Assessment, call: Call, position: int) -> dict[str, Any]:
    """The object of the contract, with the position as `id` and the context under `context`."""
    return {"id": str(position), **assessment.to_dict(), "context": context(call)}


def context(call: Call) -> dict[str, Any]:
    """What was known of the call, ready for JSON."""
    known = {name: getattr(call, name) for name in CONTEXT}
    return known | {"attendees": list(call.attendees), "today": call.today.isoformat() if call.today else None}


def letters(assessment: Assessment) -> str:
    """For each of S M A R T: "+" met, "-" not met, "?" a close call."""
    return "".join(_letter(assessment.criteria[name]) for name in CRITERIA)


def _letter(criterion: Criterion) -> str:
    return "?" if criterion.close_call else "+" if criterion.met else "-"
