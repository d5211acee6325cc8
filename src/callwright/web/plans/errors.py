"""What cannot be kept as asked. Each text is for the one who asked."""

from __future__ import annotations

from callwright.smart import CallwrightError
from callwright.web.plans.models import Objective
from callwright.web.plans.words import Words


class PlanRefused(CallwrightError):
    """A plan that cannot be kept as it is; the text says why and what would do."""


class Conflict(PlanRefused):
    """The objective was changed elsewhere since the one who saves last saw it. Nothing was overwritten.

    mine: what was to be saved. theirs: what is kept. current: the kept row, None where it was removed meanwhile.
    """

    def __init__(self, mine: Words, current: Objective | None) -> None:
        super().__init__("This objective was changed somewhere else meanwhile. Both are here: say which one to keep.")
        self.mine = mine
        self.current = current
        self.theirs = Words.of(current) if current else Words()

    @property
    def version(self) -> int:
        """The version to answer with: the one that is kept now."""
        return self.current.version if self.current else 0
