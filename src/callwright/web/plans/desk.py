"""All that lies before the rep when a plan is open: the call, its objectives, and the one in hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from callwright import smart
from callwright.compose import Suggestion, suggest
from callwright.compose.choosing import KEY
from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.calls.queries import call_of
from callwright.web.checking.queries import verdict_on
from callwright.web.checking.verdict import Shown
from callwright.web.customers.models import Knowledge, Opening
from callwright.web.plans.actions.freezing import freeze_if_due
from callwright.web.plans.models import Objective
from callwright.web.plans.queries import asides, last_time, objectives_of, situation

LATELY: Final = 4
"""How much of what is known of the customer stands beside the plan."""

THIRD: Final = KEY + 1
"""Where a third objective is written before one has chosen which two to take along."""


@dataclass
class Desk:
    """A call's plan as it lies open. position: of the objective in hand, 1 or 2, or 3 for one too many."""

    member: Member
    call: Call
    position: int

    @cached_property
    def objectives(self) -> Mapping[int, Objective]:
        """The call's objectives by position."""
        return objectives_of(self.call)

    @property
    def objective(self) -> Objective | None:
        """The one in hand, if it is kept already."""
        return self.objectives.get(self.position)

    @property
    def others(self) -> list[Objective]:
        """Those that are not in hand."""
        return [one for place, one in sorted(self.objectives.items()) if place != self.position]

    @property
    def free(self) -> int:
        """Where one more objective would be written; `THIRD` where two are there, 0 where that is in hand already."""
        taken = {*self.objectives, self.position}
        return next((place for place in range(1, THIRD + 1) if place not in taken), 0)

    @property
    def begun(self) -> bool:
        """Whether the call has begun, so that what is written now shows as written afterwards."""
        return self.call.frozen_at is not None

    @cached_property
    def known(self) -> smart.Call:
        """The call as the engine takes it."""
        return situation(self.call)

    @cached_property
    def learned(self) -> list[Knowledge]:
        """What was learned of the customer lately, the latest first."""
        return list(Knowledge.objects.of(self.member).filter(customer=self.call.customer_id)[:LATELY])

    @cached_property
    def openings(self) -> list[Opening]:
        """What else could be sold to the customer."""
        found = Opening.objects.of(self.member).filter(customer=self.call.customer_id, closed=False, opportunity=None)
        return list(found[:LATELY])

    @cached_property
    def ideas(self) -> tuple[Suggestion, ...]:
        """Objectives that fit this call, best first."""
        return suggest(replace(self.known, last=last_time(self.call, self.member)))

    def idea(self, key: str) -> Suggestion | None:
        """One of them, by its id; without one nothing is composed, as this is asked with each letter that is typed."""
        return next((one for one in self.ideas if one.id == key), None) if key else None

    def verdict(self, text: str, looked_at: str = "") -> Shown:
        """The verdict on a line for this call, with what was set aside."""
        return verdict_on(text, self.known, looked_at, asides(self.member, self.objective, text))


def desk_of(member: Member, pk: int, position: int = 0) -> Desk | None:
    """The plan of a call, frozen first if the call has begun; None where the member has no such call.

    position: 0 takes the first objective.
    """
    call = call_of(member, pk)
    if call is None:
        return None
    desk = Desk(member, freeze_if_due(call=call), position)
    if not 1 <= position <= THIRD:
        desk.position = min(desk.objectives, default=1)
    return desk
