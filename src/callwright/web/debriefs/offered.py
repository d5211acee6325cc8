"""One thing that follows from a debrief, as the page shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from callwright.web.calls.clock import on_the_wall
from callwright.web.calls.models import Call
from callwright.web.customers.models import Stage, Topic
from callwright.web.debriefs.models import Consequence, Result

TITLES: Final = {"stage": "The stage", "knowledge": "What we know", "opportunity": "A new opportunity", "next_call": "The next call"}  # noqa: E501  # fmt: skip
TOPICS: Final = {"decides": "Who decides", "other": "Learned"}
"""Topics that read otherwise here than in the list of what is known."""
DONE: Final = {"stage": "Moved", "knowledge": "Kept", "opportunity": "Opened", "next_call": "Planned"}


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer. result: that of the call as it stands now. stages: those that it may name."""

    row: Consequence
    call: Call
    result: str = ""
    stages: Sequence[Stage] = ()

    @property
    def title(self) -> str:
        """What it is about, in a word or two."""
        if self.row.kind == Consequence.Kind.KNOWLEDGE:
            topic = self.row.offered["topic"]
            return TOPICS.get(topic) or str(Topic(topic).label)
        return TITLES[self.row.kind]

    @property
    def done(self) -> str:
        """What is said once it is accepted."""
        return DONE[self.row.kind]

    @property
    def in_doubt(self) -> bool:
        """Whether a stage was accepted that would not be offered any more: what was said of the call has changed."""
        moved = (self.row.kind, self.row.state) == (Consequence.Kind.STAGE, Consequence.State.ACCEPTED)
        return moved and self.result != (Result.ORDER if self.row.offered["won"] else Result.ADVANCE)

    @property
    def what(self) -> dict[str, object]:
        """What accepting it would write, or wrote."""
        return {**self.row.offered, **self.row.offered.get("changed", {})}

    @property
    def starts(self) -> dt.datetime | None:
        """When the next call might be."""
        return dt.datetime.fromisoformat(str(self.what["starts"])) if "starts" in self.what else None

    @property
    def on_the_wall(self) -> str:
        """The same for a field of date and time."""
        return on_the_wall(self.starts).isoformat(timespec="minutes") if self.starts else ""

    @property
    def stage(self) -> Stage | None:
        """The stage that is proposed, or that was chosen."""
        return next((one for one in self.stages if one.pk == self.what.get("stage")), None)
