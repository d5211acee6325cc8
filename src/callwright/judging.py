"""The engine as a team has set it up: many objectives in, one verdict or one refusal each out, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import tee
from typing import TypeVar

from callwright.settings import BadSettings, Settings
from callwright.smart import Assessment, Call, TextRefused
from callwright.smart.engine import EngineName, Own, assess_many
from callwright.smart.lexicon import Lexicon, default
from callwright.smart.rules import rule

Judged = Assessment | TextRefused
Item = TypeVar("Item")

__all__ = ["EngineName", "Judged", "judge_each", "own_of"]


def judge_each(
    items: Iterable[Item],
    of: Callable[[Item], tuple[str, Call]],
    *,
    engine: EngineName = "best",
    settings: Settings | None = None,
) -> Iterator[tuple[Item, Judged]]:
    """Each item with its assessment, or with the refusal where its text gets no verdict; in order.

    of: gives the text and the call of an item. settings: a team's own; without them the engine is as it ships. Items
    are taken a few hundred at a time, so a stream of any length is judged in flat memory. Raises BadSettings.
    """
    ours, engines = tee(items)
    verdicts = assess_many(map(of, engines), engine=engine, own=own_of(settings or Settings()))
    # The engine reads ahead by one chunk, which is all that `tee` keeps; it is asked first, so that both end together.
    return ((item, verdict) for verdict, item in zip(verdicts, ours, strict=True))


def own_of(settings: Settings) -> Own:
    """What the engine takes of a team's settings. Raises BadSettings where a rule or a group of words is not known."""
    return Own(lexicon=_lexicon(settings), off=frozenset(_code(name, settings) for name in settings.off))


def _code(name: str, settings: Settings) -> str:
    try:
        return rule(name).code
    except KeyError:
        raise BadSettings(f"{settings.path}: rules.{name} is not a rule; `callwright rules` lists them") from None


def _lexicon(settings: Settings) -> Lexicon | None:
    if not (settings.roles or settings.products or settings.jargon):
        return None
    try:
        return default().extended(roles=settings.roles, products=settings.products, jargon=settings.jargon)
    except ValueError as wrong:
        raise BadSettings(f"{settings.path}: lexicon: {wrong}") from wrong
