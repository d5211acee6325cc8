"""What a rule is: a pattern in words with a stable code, a coach's sentence about it, and what finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from callwright.smart.model import Call, CriterionName, Finding
from callwright.smart.reading.model import Reading, Span

Cause = Literal[
    "definite", "closes", "measurable", "action", "purchase", "impossible", "authority", "wrong_person",
    "after", "outcomes", "minutes", "low_sights",
]  # fmt: skip
"""What of a reading brings a verdict; the names are those of the corpus's READINGS.md, and `action`, `low_sights`."""

SEED: Final = "Creating a SMART Sales Call Objective"
GUIDE: Final = "Annotation guide: is this a SMART sales call objective?"
HUTHWAITE: Final = "Huthwaite: sale, advance, continuation and no sale"
MILLER_HEIMAN: Final = "Miller Heiman: best action commitment and minimum acceptable action"


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule found its pattern (None: the cause is the context, or something missing) and what to say of it."""

    span: Span | None = None
    values: Mapping[str, str] = field(default_factory=dict, hash=False)


Find = Callable[[Reading, Call], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern that speaks for or against a criterion.

    code: stable ('S01'). name: kebab-case, names the pattern, reads well after 'allow'. cause: what it explains.
    principal: raised for its cause where no pattern was found in the words. favours: speaks for the criterion.
    title, what, why, poor, better, exception, source: its documentation. message: a template; `{words}` are the words
    found. bare: what to say where there are no words to point at. question: whose answer would mend it.
    """

    code: str
    name: str
    criterion: CriterionName
    cause: Cause
    title: str
    what: str
    why: str
    poor: str
    better: str
    exception: str
    message: str
    find: Find = field(repr=False)
    question: str | None = None
    bare: str | None = None
    source: str = SEED
    principal: bool = False
    favours: bool = False

    def finding(self, reading: Reading, hit: Hit | None = None) -> Finding:
        """The finding for a hit; without one, what the rule says of a line where it points at nothing."""
        hit = hit or Hit()
        start, end = hit.span or (None, None)
        template = self.message if hit.span is not None or not self.bare else self.bare
        words = _shown(reading.words(hit.span)) if hit.span is not None else ""
        message = template.format_map({**_BLANK, **hit.values, "words": words})
        return Finding(self.code, self.criterion, self.favours, message, self.question, start, end)


_BLANK: Final[Mapping[str, str]] = {
    "needed": "more",
    "allotted": "30",
    "count": "several",
    "who": "they",
    "role": "they",
}
_LONGEST: Final = 60


def _shown(words: str) -> str:
    """The words as a sentence can quote them: on one line and not too long."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
