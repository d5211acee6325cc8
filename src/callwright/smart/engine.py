"""One front door: estimate the line, let the guide's arithmetic judge it in the call, explain on request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal, Protocol

from callwright.smart import judge
from callwright.smart.errors import TextRefused
from callwright.smart.estimate import Estimate
from callwright.smart.explain import Explanation
from callwright.smart.lexicon import Lexicon
from callwright.smart.model import Assessment, Call, Engine
from callwright.smart.reading import Span
from callwright.smart.text import prepare
from callwright.smart.weigh import assumptions, calibrated, calibration, weigh
from callwright.version import __version__

EngineName = Literal["best", "fast"]

TOGETHER: Final = 256
"""How many texts are judged at once in a stream: enough to fill the encoder's batches, little enough to stay small."""


class Learned(Protocol):
    """What an engine's learned part does."""

    def estimates(self, texts: Sequence[str]) -> list[Estimate]:
        """The estimate of each text."""

    def span(self, text: str, outputs: Mapping[str, int]) -> Span | None:
        """The words of the text that pull the outputs most, each towards (1) or away from (-1)."""

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
    [estimate] = _learned(engine).estimates([text])
    return _assessment(text, call or Call(), estimate, engine, own or Own())


def assess_many(
    pairs: Iterable[tuple[str, Call]], *, engine: EngineName = "best", own: Own | None = None
) -> Iterator[Assessment | TextRefused]:
    """The verdict on each text in its call, in order, or the refusal where a text gets none.

    Streams: takes a few hundred pairs at a time and judges equal texts once.
    """
    own = own or Own()
    stream = iter(pairs)
    while chunk := list(islice(stream, TOGETHER)):
        refused = {text: _refusal(text) for text, _ in chunk}
        texts = [text for text, refusal in refused.items() if refusal is None]
        estimates = dict(zip(texts, _learned(engine).estimates(texts), strict=True))
        for text, call in chunk:
            yield refused[text] or _assessment(text, call, estimates[text], engine, own)


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


def _assessment(text: str, call: Call, estimate: Estimate, engine: EngineName, own: Own) -> Assessment:
    learned = _learned(engine)
    causes = judge.causes(estimate, call, [learned.standing(who) for who in call.attendees])
    explain = Explanation(text, call, estimate, causes, lambda pulls: learned.span(text, pulls), own.lexicon, own.off)
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
