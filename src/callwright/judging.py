"""The engine as a team has set it up: many objectives in, one verdict or one refusal each out, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, Literal, TypeVar

from callwright.settings import Settings
from callwright.smart import Assessment, Call, TextRefused, assess

EngineName = Literal["best", "fast"]
Judged = Assessment | TextRefused
Item = TypeVar("Item")

TOGETHER: Final = 256
"""How many items are judged together: enough for the model to work in batches, few enough for flat memory."""


def judge_each(
    items: Iterable[Item],
    of: Callable[[Item], tuple[str, Call]],
    *,
    engine: EngineName = "best",
    settings: Settings | None = None,
) -> Iterator[tuple[Item, Judged]]:
    """Each item with its assessment, or with the refusal where its text gets no verdict; in order.

    of: gives the text and the call of an item. settings: a team's own; without them the engine is as it ships. Items
    are taken a few hundred at a time, so a stream of any length is judged in flat memory.
    """
    stream = iter(items)
    while chunk := list(islice(stream, TOGETHER)):
        yield from zip(chunk, _judge(map(of, chunk), engine, settings or Settings()), strict=True)


def _judge(pairs: Iterable[tuple[str, Call]], engine: EngineName, settings: Settings) -> Iterator[Judged]:
    for text, call in pairs:
        try:
            yield assess(text, call, engine=engine)
        except TextRefused as refusal:
            yield refusal
