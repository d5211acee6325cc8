"""What is said in a debrief, as plain data between the form and what is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from callwright.web.debriefs.held import Held, told
from callwright.web.debriefs.result import Answers, Proposal, propose

LEARNED = ("decides", "money", "other")
"""The topics that the debrief asks about; each is one of the customer's."""


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
    """The result that all this amounts to."""
    outcomes = {pk: of.outcome for pk, of in said.objectives.items()}
    dated = tuple(promised.due is not None for promised in said.promises)
    return propose(Answers(told(objectives, outcomes, held_on), dated, said.refused))
