"""What a careful reader would note of a line, as probabilities: the learned half of the engine speaks in these terms.

The fields are those of `corpus/READINGS.md`. They belong to the line alone; `judge` says what a call makes of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

YES_NO: Final = (
    "definite",
    "closes",
    "measurable",
    "advance",
    "understand",
    "uncover",
    "purchase",
    "impossible",
    "wrong_person",
    "after",
)
"""Fields that hold or do not."""

AUTHORITY_OVER: Final = (0, 1, 2)
OUTCOMES_OVER: Final = (1, 2, 3, 4)
MINUTES_OVER: Final = (2, 4, 5, 7, 9, 10, 12, 14, 15, 18, 20, 24, 25, 29, 30, 35, 40, 45, 60, 90, 120)
"""Counts are estimated as the probabilities that they exceed each of these bounds."""

OUTPUTS: Final = len(YES_NO) + len(AUTHORITY_OVER) + len(OUTCOMES_OVER) + len(MINUTES_OVER)
STANDING_OVER: Final = (0, 1, 2)
"""An attendee's standing is estimated from the words for the person, in the same way."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Probabilities (0-1) for one line. `authority`, `outcomes` and `minutes` hold P(more than bound), never rising."""

    definite: float
    closes: float
    measurable: float
    advance: float
    understand: float
    uncover: float
    purchase: float
    impossible: float
    wrong_person: float
    after: float
    authority: tuple[float, ...]
    outcomes: tuple[float, ...]
    minutes: tuple[float, ...]

    @classmethod
    def of(cls, outputs: Sequence[float]) -> Estimate:
        """From OUTPUTS probabilities in the order of the constants above; counts are made never to rise."""
        first, second = len(YES_NO), len(YES_NO) + len(AUTHORITY_OVER)
        third = second + len(OUTCOMES_OVER)
        return cls(
            **{name: float(value) for name, value in zip(YES_NO, outputs[:first], strict=True)},
            authority=_falling(outputs[first:second]),
            outcomes=_falling(outputs[second:third]),
            minutes=_falling(outputs[third:]),
        )

    def minutes_exceed(self, minutes: int) -> float:
        """P(it takes more than `minutes`), interpolated between the bounds, so that more minutes never raise it."""
        return _exceeds(self.minutes, MINUTES_OVER, minutes)

    def outcomes_exceed(self, outcomes: int) -> float:
        """P(it names more than `outcomes` separate outcomes)."""
        return _exceeds(self.outcomes, OUTCOMES_OVER, outcomes)

    @property
    def minutes_needed(self) -> int:
        """The median of the minutes that it takes, rounded to the bound above."""
        return next((bound for bound, p in zip(MINUTES_OVER, self.minutes, strict=True) if p < 0.5), 150)

    @property
    def outcomes_named(self) -> int:
        """The median of the number of separate outcomes."""
        return next((bound for bound, p in zip(OUTCOMES_OVER, self.outcomes, strict=True) if p < 0.5), 5)


def _falling(values: Sequence[float]) -> tuple[float, ...]:
    falling: list[float] = []
    for value in values:
        falling.append(min(float(value), falling[-1]) if falling else float(value))
    return tuple(falling)


def _exceeds(probabilities: tuple[float, ...], bounds: tuple[int, ...], amount: int) -> float:
    if amount < bounds[0]:
        return 1.0
    for place in range(len(bounds) - 1, -1, -1):
        low = bounds[place]
        if amount >= low:
            if amount == low or place == len(bounds) - 1:
                return probabilities[place]
            share = (amount - low) / (bounds[place + 1] - low)
            return probabilities[place] + share * (probabilities[place + 1] - probabilities[place])
    raise AssertionError(amount)
