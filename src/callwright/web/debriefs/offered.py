"""One thing that follows from a debrief, as the page shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from callwright.web.calls.clock import on_the_wall
from callwright.web.calls.models import Call
from callwright.web.customers.models import Stage
from callwright.web.debriefs.models import Consequence

TITLES: Final = {"stage": "The stage", "knowledge": "What we know", "opportunity": "A new opportunity", "next_call": "The next call"}  # noqa: E501  # fmt: skip
TOPICS: Final = {"decides": "Who decides", "money": "Money", "other": "Learned"}
DONE: Final = {"stage": "Moved", "knowledge": "Kept", "opportunity": "Opened", "next_call": "Planned"}


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer, with the stages that it may name."""

    row: Consequence
    call: Call
    stages: Sequence[Stage] = ()

    @property
    def title(self) -> str:
        """What it is about, in a word or two."""
        if self.row.kind == Consequence.Kind.KNOWLEDGE:
            return TOPICS[self.row.offered["topic"]]
        return TITLES[self.row.kind]

    @property
    def done(self) -> str:
        """What is said once it is accepted."""
        return DONE[self.row.kind]

    @property
    def what(self) -> dict[str, object]:
        """What accepting it would write."""
        return dict(self.row.offered)

    @property
    def starts(self) -> dt.datetime | None:
        """When the next call might be."""
        return dt.datetime.fromisoformat(self.row.offered["starts"]) if "starts" in self.row.offered else None

    @property
    def on_the_wall(self) -> str:
        """The same for a field of date and time."""
        return on_the_wall(self.starts).isoformat(timespec="minutes") if self.starts else ""

    @property
    def stage(self) -> Stage | None:
        """The stage that is proposed, or that was chosen."""
        wanted = (self.row.made or self.row.offered).get("stage")
        return next((one for one in self.stages if one.pk == wanted), None)
