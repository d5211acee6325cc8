"""The composer's plain data: what the catalogue holds, what is suggested and what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from callwright.smart import Category, CriterionName, Stage

Stem = Literal["free", "accomplish", "advance", "success"]
STEMS: Final[dict[Stem, str]] = {
    "free": "",
    "accomplish": "By the end of this call, I will have ",
    "advance": "To advance the customer in the buying process, I need ",
    "success": "This call will have been highly successful if ",
}
"""Free form, and the three openings of "Creating a SMART Sales Call Objective"."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing worth accomplishing on a call, as the catalogue keeps it.

    id: stable. category: `advance` (the customer acts), `understand` (a fact), `uncover` (another opportunity).
    stages: where the customer stands when it fits. standing: the least that somebody must be able to grant to grant it,
    0-3 as in `corpus/READINGS.md`. minutes: what it takes of the call. energy: what it costs the customer, 1-3.
    do: what the customer does ("book a demonstration of {ours}"); empty for a fact. know: the fact, as it follows
    "find out"; empty for an act. result: what we then hold, as it follows "leave with". measure: what will show it.
    fallback: the least that still advances. why: the reason, in a coach's words. purchase: it asks for money, and so is
    nothing for a first meeting. below: only where nobody present can grant as much as this. down_to: the standing of
    those who may be asked too, where it is less than `standing` (-1: nobody else). unless: words for people beside whom
    it makes no sense. industries: where it belongs if not everywhere. nowhere: industries where it makes
    no sense. frames: the sentence patterns that suit it, all if empty. source: where the idea is found.
    """

    id: str
    category: Category
    stages: tuple[Stage, ...]
    standing: int
    minutes: int
    result: str
    measure: str
    fallback: str
    why: str
    energy: int = 1
    do: str = ""
    know: str = ""
    purchase: bool = False
    below: int = 4
    down_to: int = -1
    unless: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    nowhere: tuple[str, ...] = ()
    frames: tuple[str, ...] = ()
    source: str = ""

    @property
    def least(self) -> int:
        """The least standing of somebody who may be asked for it."""
        return self.standing if self.down_to < 0 else self.down_to

    @property
    def small(self) -> bool:
        """A lone fact: in a long call it stands beside an act of the customer's."""
        return self.minutes < SMALL


SMALL: Final = 5
"""An objective that needs fewer minutes wastes a call of half an hour (the annotation guide, "low_sights")."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An objective that fits a call. id: of the catalogue entry, or of two joined by `+`. minutes: what it takes.

    frame: the sentence pattern that it is put in; no two of a list share one.
    """

    id: str
    text: str
    category: Category
    minutes: int
    measure: str
    fallback: str
    why: str
    frame: str

    def to_dict(self) -> dict[str, Any]:
        """The object of docs/reference/output.md."""
        names = ("id", "text", "category", "minutes", "measure", "fallback", "why")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, slots=True)
class Question:
    """The one question whose answer would mend a criterion, with two or three answers that fit the call.

    criterion is "stretch" for the one question that is no criterion's: what else a long call could bring.
    cause: what is wrong, by the names of `callwright.smart.rules`.
    """

    criterion: CriterionName | Literal["stretch"]
    question: str
    choices: tuple[str, ...]
    cause: str

    def to_dict(self) -> dict[str, Any]:
        """The object of docs/reference/output.md."""
        return {"criterion": self.criterion, "question": self.question, "choices": list(self.choices)}


@dataclass(frozen=True, slots=True)
class Composed:
    """A composed line. blanks: the slots left open, which stand in the text as `[date]` and the like."""

    text: str
    blanks: tuple[str, ...] = ()
