"""The result of a call, proposed from what was said of it. Described in docs/algorithms/result-of-a-call.md."""

from __future__ import annotations

from collections.abc import Iterable
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
class Told:
    """What was said of one objective. outcome: accomplished, fallback, partly, not, or empty.

    purchase: it asks the customer to buy. dated_act: it is an act of the customer's, and names the day.
    """

    outcome: str = ""
    purchase: bool = False
    dated_act: bool = False


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said of a call. promises: for each thing that the customer will do, whether it has a day."""

    objectives: tuple[Told, ...] = ()
    promises: tuple[bool, ...] = ()
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
    won = [told for told in answers.objectives if told.outcome == "accomplished"]
    if any(told.purchase for told in won):
        return Proposal("order", "you asked them to buy, and they did.")
    if answers.refused:
        return Proposal("no_sale", "they said no.")
    if any(answers.promises):
        return Proposal("advance", "they act, with a date.")
    if any(told.dated_act for told in won):
        return Proposal("advance", "they agreed to what you asked, and to the day.")
    return Proposal("continuation", _missing(answers.promises, won))


def _missing(promises: Iterable[bool], won: Iterable[Told]) -> str:
    """What is wanting for an advance."""
    if tuple(promises):
        return "they will act, but no day is named yet."
    if tuple(won):
        return "you got what you came for, but nothing that they do has a date yet."
    return "nothing that they do has a date yet."
