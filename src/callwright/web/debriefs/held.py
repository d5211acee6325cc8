"""Objectives as they are held against what came of them: in the words that they had when the call began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from callwright.web.calls.models import Call
from callwright.web.debriefs.asks import asks_to_buy, categories, dated_act, done_act
from callwright.web.debriefs.result import Reached
from callwright.web.plans.models import Objective, Outcome


@dataclass(frozen=True, slots=True)
class Held:
    """One objective of a call. changed_to: what it was changed to after the freeze, empty where it was not.

    assessment: the frozen verdict. chosen: the category that the rep chose, empty for that of the verdict.
    letters: the verdict's, as `Objective.letters`.
    """

    objective: Objective
    text: str
    fallback: str
    measure: str
    changed_to: str = ""
    assessment: dict[str, Any] | None = None
    chosen: str = ""
    letters: str = ""

    @property
    def pk(self) -> int:
        """The objective's key."""
        return int(self.objective.pk)

    @property
    def afterwards(self) -> bool:
        """Whether it was first written after the freeze: it counts neither for coverage nor for hit rates."""
        return self.objective.stated_afterwards

    @property
    def categories(self) -> Collection[str]:
        """What it brings."""
        return categories(self.chosen, self.assessment, self.text)

    def reached(self, outcome: str, held_on: dt.date) -> Reached:
        """What an outcome of it means for the result of the call; held_on: the day of the call."""
        if outcome == Outcome.ACCOMPLISHED:
            return reached(self.text, held_on, self.categories, whole=True)
        return reached(self.fallback if outcome == Outcome.FALLBACK else "", held_on)


def held_objectives(call: Call) -> list[Held]:
    """The objectives of a call whose `objectives__frozen` are prefetched, in order."""
    return [held(objective) for objective in call.objectives.all()]


def held(objective: Objective) -> Held:
    """One objective as frozen, or as it stands where it was stated afterwards."""
    frozen = getattr(objective, "frozen", None)
    kept = frozen or objective
    changed = objective.text if frozen and frozen.text != objective.text else ""
    return Held(
        objective, kept.text, kept.fallback, kept.measure, changed, kept.assessment, kept.category, kept.letters
    )


def day_of(call: Call) -> dt.date:
    """The day of a call in the current time zone."""
    return timezone.localdate(call.starts)


def source_of(call: Call) -> str:
    """Where something was learned, as it stands with what is known of a customer: "Call of 3 March 2026"."""
    day = day_of(call)
    return f"Call of {day.day} {day:%B %Y}"


def reached(words: str, held_on: dt.date, brings: Collection[str] | None = None, *, whole: bool = False) -> Reached:
    """What it means that these words came true, which may be none. brings: their categories, None: as read now."""
    if not words:
        return Reached(whole=whole)
    brings = categories("", None, words) if brings is None else brings
    return Reached(whole, asks_to_buy(words), dated_act(words, brings, held_on), done_act(words, brings))
