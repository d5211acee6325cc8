"""One front door: estimate the line, let the guide's arithmetic judge it in the call, explain on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal, Protocol

from callwright.smart import judge
from callwright.smart.axioms import settled
from callwright.smart.errors import TextRefused
from callwright.smart.estimate import STANDING_OVER, Estimate
from callwright.smart.explain import Explanation
from callwright.smart.lexicon import Lexicon
from callwright.smart.lexicon.roles import standing
from callwright.smart.model import Assessment, Call, Engine
from callwright.smart.reading import Span
from callwright.smart.text import prepare
from callwright.smart.weigh import assumptions, calibrated, calibration, weigh
from callwright.version import __version__

EngineName = Literal["best", "fast"]

TOGETHER: Final = 256
"""How many texts are judged at once in a stream: enough to fill the encoder's batches, little enough to stay small."""


class Look(Protocol):
    """The estimate of a text."""

    estimate: Estimate

    def span(self, outputs: Mapping[str, int]) -> Span | None:
        """The words that pull the outputs most, each towards (1) or away from (-1)."""


class Learned(Protocol):
    """What an engine's learned part does."""

    def looks(self, texts: Sequence[str]) -> Sequence[Look]:
        """The estimate of each text."""

    def standing(self, person: str) -> tuple[float, ...]:
        """P(standing more than 0, 1, 2) of the person."""


@dataclass(frozen=True, slots=True)
class Own:
    """A team's own: words added to the lexicon, and rules (by code) that are switched off."""

    lexicon: Lexicon | None = None
    off: frozenset[str] = frozenset()


def assess(text: str, call: Call | None = None, *, engine: EngineName = "best", own: Own | None = None) -> Assessment:
    """The verdict on one objective in one call.

    engine: `best`, or `fast` for archives. own: a team's words and switched-off rules.
    Raises TextRefused for a text that is empty, wordless or over 10,000 characters, NotEnglish for another language.
    """
    prepare(text)
    [look] = _learned(engine).looks([text])
    return _assessment(text, call or Call(), look, engine, own or Own())


def assess_many(
    pairs: Iterable[tuple[str, Call]], *, engine: EngineName = "best", own: Own | None = None
) -> Iterator[Assessment | TextRefused]:
    """The verdict on each text in its call, in order, or the refusal where a text gets none.

    Streams: takes a few hundred pairs at a time and judges equal texts once.
    """
    own = own or Own()
    stream = iter(pairs)
    while chunk := list(islice(stream, TOGETHER)):
        refused = {text: _refusal(text) for text in dict.fromkeys(text for text, _ in chunk)}
        texts = [text for text, refusal in refused.items() if refusal is None]
        looks = dict(zip(texts, _learned(engine).looks(texts), strict=True))
        for text, call in chunk:
            yield refused[text] or _assessment(text, call, looks[text], engine, own)


def _refusal(text: str) -> TextRefused | None:
    try:
        prepare(text)
    except TextRefused as refusal:
        return refusal
    return None


def _learned(engine: EngineName) -> Learned:
    """The learned part, read when first needed: importing Callwright loads no NumPy."""
    from callwright.smart import learned

    return learned.best() if engine == "best" else learned.fast()


def _assessment(text: str, call: Call, look: Look, engine: EngineName, own: Own) -> Assessment:
    estimate = settled(text, look.estimate)
    causes = judge.causes(estimate, call, [_standing(who, engine, own) for who in call.attendees])
    explain = Explanation(text, call, estimate, causes, look.span, own.lexicon, own.off)
    close_call = calibration(engine).close_call
    criteria = {
        name: weigh(name, causes[name], p, close_call, assumptions(name, estimate, call), explain)
        for name, p in calibrated(engine, causes).items()
    }
    explain.settle({name: (one.met, one.close_call) for name, one in criteria.items()})
    return Assessment(
        text=text,
        criteria=criteria,
        categories=judge.categories(estimate, met=criteria["action_oriented"].met),
        low_sights=judge.low_sights(estimate, call) >= 0.5,
        objectives=estimate.outcomes_named,
        minutes_needed=estimate.minutes_needed,
        engine=Engine(engine, __version__),
    )


def _standing(who: str, engine: EngineName, own: Own) -> tuple[float, ...]:
    """P(standing more than 0, 1, 2): as the team says for its own roles, else as learned."""
    if own.lexicon is not None:
        level = standing(who, own.lexicon)
        if level is not None and level != standing(who):
            return tuple(float(level > bound) for bound in STANDING_OVER)
    return _learned(engine).standing(who)
