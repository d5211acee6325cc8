"""What is said in a debrief, as plain data between the form and what is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from callwright.web.customers.models import Topic
from callwright.web.debriefs.asks import is_step
from callwright.web.debriefs.held import Held, reached
from callwright.web.debriefs.result import Answers, Proposal, Reached, propose
from callwright.web.plans.models import Outcome

LEARNED: tuple[str, ...] = tuple(Topic.values)
"""What may be learned on a call: the topics of what is known of a customer."""


@dataclass(frozen=True, slots=True)
class OfObjective:
    """What was said of one objective. outcome: as in `plans.models.Outcome`, or empty. evidence: what shows it."""

    outcome: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Promised:
    """What the customer will do. due: by when, None where no day was named. contact, pk: keys, None where unknown."""

    text: str
    due: dt.date | None = None
    contact: int | None = None
    pk: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """All that a debrief says. result: what the rep says that it was; empty: as proposed."""

    objectives: Mapping[int, OfObjective] = field(default_factory=dict)
    promises: Sequence[Promised] = ()
    refused: bool = False
    learned: Mapping[str, str] = field(default_factory=dict)
    opening: str = ""
    result: str = ""
    minutes_taken: int | None = None
    afterwards: str = ""
    """An objective stated only now."""
    of_afterwards: OfObjective = OfObjective()


def proposal(said: Said, objectives: Sequence[Held], held_on: dt.date) -> Proposal:
    """The result that all this amounts to; held_on: the day of the call."""
    of = {pk: one.outcome for pk, one in said.objectives.items()}
    got = [one.reached(of.get(one.pk, ""), held_on) for one in objectives]
    steps = [one for one in said.promises if is_step(one.text, one.due, held_on)]
    return propose(
        Answers(
            reached=(*got, *_afterwards(said, held_on)),
            steps=tuple(one.due is not None for one in steps),
            idle=len(steps) < len(said.promises),
            refused=said.refused,
        )
    )


def _afterwards(said: Said, held_on: dt.date) -> list[Reached]:
    """What was reached of an objective that is stated only now."""
    came = said.of_afterwards.outcome == Outcome.ACCOMPLISHED and said.afterwards
    return [reached(said.afterwards, held_on, whole=True)] if came else []
