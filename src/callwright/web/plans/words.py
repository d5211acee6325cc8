"""What a rep wrote of one objective."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Final

from callwright.web.plans.models import Objective

PARTS: Final = ("text", "fallback", "measure", "category")


@dataclass(frozen=True, slots=True)
class Words:
    """The objective, what to hold on to if it fails, what will show it, and what it brings; each may be empty."""

    text: str = ""
    fallback: str = ""
    measure: str = ""
    category: str = ""

    @classmethod
    def of(cls, objective: Objective) -> Words:
        """What is kept of an objective."""
        return cls(**{part: getattr(objective, part) for part in PARTS})

    def tidy(self) -> Words:
        """The same without blanks at the ends; without an objective there is nothing else either."""
        kept = Words(**{part: words.strip() for part, words in asdict(self).items()})
        return kept if kept.text else Words()
