"""The result of a call, proposed from what was said of it. Described in docs/algorithms/result-of-a-call.md."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Result = Literal["order", "advance", "continuation", "no_sale"]

CALLED: Final[dict[Result, str]] = {
    "order": "an order",
    "advance": "an advance",
    "continuation": "a continuation",
    "no_sale": "no sale",
}
"""Each result as it reads after "This looks like"."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What was reached of one objective: of its own words where accomplished, of its fallback where that was.

    whole: it was accomplished. bought: they bought. dated: they agreed to an act, and to its day. done: they did on
    the call what was asked. All false where nothing was reached.
    """

    whole: bool = False
    bought: bool = False
    dated: bool = False
    done: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of a call. steps: for each step that the customer will take, whether it has a day.

    idle: something was written that they will do, and it is no step of theirs, as to think about it.
    """

    reached: tuple[Reached, ...] = ()
    steps: tuple[bool, ...] = ()
    idle: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """The result that answers amount to, and why, as the rest of a sentence."""

    result: Result
    why: str

    @property
    def called(self) -> str:
        """The result as it reads after "This looks like"."""
        return CALLED[self.result]


def propose(answers: Answers) -> Proposal:
    """What the call ended in. The first that holds: they bought, they said no, they act by a day, it goes on."""
    if any(one.bought for one in answers.reached):
        return Proposal("order", "you asked them to buy, and they did.")
    if answers.refused:
        return Proposal("no_sale", "they said no.")
    if any(answers.steps):
        return Proposal("advance", "they act, with a date.")
    if any(one.dated for one in answers.reached):
        return Proposal("advance", "they agreed to what you asked, and to the day.")
    if any(one.done for one in answers.reached):
        return Proposal("advance", "they did on the call what you asked.")
    return Proposal("continuation", _missing(answers))


def _missing(answers: Answers) -> str:
    """What is wanting for an advance."""
    if answers.steps:
        return "they will act, but no day is named yet."
    if answers.idle:
        return "that is no step of theirs yet. What will they do, and by when?"
    if any(one.whole for one in answers.reached):
        return "you got what you came for, but nothing that they do has a date yet."
    return "nothing that they do has a date yet."
