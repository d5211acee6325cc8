"""The engine as a team has set it up: many objectives in, one verdict or one refusal each out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from callwright.settings import Settings
from callwright.smart import Assessment, Call, TextRefused, assess

EngineName = Literal["best", "fast"]
Judged = Assessment | TextRefused


def judge_many(
    items: Iterable[tuple[str, Call]], *, engine: EngineName = "best", settings: Settings | None = None
) -> Iterator[Judged]:
    """For each text and call, in order, its assessment, or the refusal where the text gets no verdict.

    settings: a team's own; without them the engine is as it ships. Items are taken as they are needed, so a stream of
    any length is judged in flat memory.
    """
    for text, call in items:
        try:
            yield assess(text, call, engine=engine)
        except TextRefused as refusal:
            yield refusal
