"""Answers that cannot be worked in, each with the reason in a coach's words: nothing is passed over in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from callwright.compose.improve.words import phrases
from callwright.smart.reading import read

WORDLESS: Final = "there are no words in it; say in a few what will have come of the call"
OPEN: Final = "it leaves the question open; one of the choices may do, or a guess that you can correct on the call"
BARE: Final = "one word does not say what will have come of the call; add who does it, or what exactly"
NO_SENSE: Final = "I cannot read what it asks for; say it in a few plain words"
MENDS_NOTHING: Final = "with it the line would be as open as before; make it something that they do, or one fact"
TOO_MANY: Final = "one or two things are enough for a call; keep it for the next"
LEFT_ALONE: Final = "the line stays as it is, as you said"
NOT_NEEDED: Final = "the line passes without it, and would not with it"

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Unused:
    """An answer that did not come into the line. criterion: whose question it answered. reason: why, in words."""

    criterion: str
    answer: str
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """The object of docs/reference/output.md."""
        return {"criterion": self.criterion, "answer": self.answer, "reason": self.reason}


def declined(answer: str) -> str | None:
    """Why an answer says nothing that could stand in a line; None where it says something."""
    said = [word.replace("’", "'") for word in _WORD.findall(answer.lower())]
    if not said:
        return WORDLESS
    if " ".join(said) in phrases("open"):
        return OPEN
    if len(set(said)) == 1:
        return BARE
    return None if _known(answer) else NO_SENSE


def _known(answer: str) -> bool:
    """Whether the lexicon knows one of its words, or a name stands in it."""
    reading = read(answer)
    return bool(reading.marks or reading.people) or any(token.forms for token in reading.tokens)
