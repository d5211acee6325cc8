"""Estimates from a network: texts in, `Estimate`s out, and which words an estimate rests on."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from callwright.smart.estimate import OUTPUTS, STANDING_OVER, YES_NO, Estimate
from callwright.smart.learned.canonical import canonical
from callwright.smart.learned.encoder import Array, Encoder
from callwright.smart.learned.shallow import Shallow
from callwright.smart.learned.stored import arrays
from callwright.smart.learned.threads import side_by_side
from callwright.smart.learned.wordpiece import Span, WordPiece

LONGEST: Final = 96
"""Word pieces read of a text; an objective has 16 on average, and the longest of the corpus 78."""


class Network(Protocol):
    """What turns ids of word pieces into logits.

    together: how many texts it likes at once. heavy: whether that takes so long that threads are worth starting.
    """

    together: int
    heavy: bool

    def read(self, ids: Sequence[Sequence[int]], pad: int) -> tuple[Array, Sequence[Callable[[], Array]]]:
        """Logits, a row a text (outputs of `Estimate`, then those of standing), and what each piece adds to them."""


class Look:
    """The estimate of a text, and which of its words an output rests on."""

    __slots__ = ("_added", "_offset", "_spans", "estimate")

    def __init__(self, estimate: Estimate, added: Callable[[], Array], spans: Sequence[Span], offset: int) -> None:
        self.estimate = estimate
        self._added, self._spans, self._offset = added, spans, offset

    def span(self, outputs: Mapping[str, int]) -> Span | None:
        """The run of words that pulls most; `outputs`: which to follow, each with 1 (towards) or -1 (away from)."""
        added = self._added()
        pull = np.sum([sign * added[:, YES_NO.index(name)] for name, sign in outputs.items()], axis=0)
        found = strongest(pull, self._spans)
        return None if found is None else (found[0] + self._offset, found[1] + self._offset)


class Learned:
    """A network with its word pieces, ready to estimate."""

    def __init__(self, network: Network, pieces: Sequence[str]) -> None:
        self._network = network
        self._pieces = WordPiece(pieces)
        self.standing = functools.lru_cache(maxsize=4096)(self._standing)

    def looks(self, texts: Sequence[str]) -> list[Look]:
        """The estimates of many texts; those of like length are worked out together."""
        plain = [canonical(text) for text in texts]
        located = [self._pieces.locate(text, LONGEST) for text, _ in plain]
        rows, added = self._read([ids for ids, _ in located])
        return [
            Look(Estimate.of(row[:OUTPUTS]), add, spans, offset)
            for row, add, (_, spans), (_, offset) in zip(rows.tolist(), added, located, plain, strict=True)
        ]

    def _standing(self, person: str) -> tuple[float, ...]:
        """P(the person's standing is more than 0, 1, 2), from the words for them; never rising."""
        row = self._read([self._pieces.encode(person, LONGEST)])[0][0, OUTPUTS:]
        return tuple(np.minimum.accumulate(row).tolist())

    def _read(self, encoded: Sequence[list[int]]) -> tuple[Array, list[Callable[[], Array]]]:
        """Probabilities of all outputs, and what each piece adds, in the order of the texts."""
        order = sorted(range(len(encoded)), key=lambda row: len(encoded[row]))
        found = np.empty((len(encoded), OUTPUTS + len(STANDING_OVER)), dtype=np.float32)
        added: dict[int, Callable[[], Array]] = {}
        chunks = [order[at : at + self._network.together] for at in range(0, len(order), self._network.together)]
        each = side_by_side if self._network.heavy and len(chunks) > 1 else map
        work = each(lambda rows: self._network.read([encoded[row] for row in rows], self._pieces.pad), chunks)
        for rows, (logits, adding) in zip(chunks, work, strict=True):
            found[rows] = logits
            added.update(zip(rows, adding, strict=True))
        certain: Array = 1 / (1 + np.exp(-found.clip(-30, 30)))
        return certain, [added[row] for row in range(len(encoded))]


def strongest(pull: NDArray[np.float32], spans: Sequence[Span]) -> Span | None:
    """The run of words whose pull above the average adds up to the most; None for a text without words."""
    if len(spans) <= 2:
        return None
    above = pull[1:-1] - pull[1:-1].mean()
    best_run, best_sum, start, running = (0, 0), -np.inf, 0, 0.0
    for place, value in enumerate(above.tolist()):
        if running <= 0:
            start, running = place, 0.0
        running += value
        if running > best_sum:
            best_run, best_sum = (start, place), running
    return spans[best_run[0] + 1][0], spans[best_run[1] + 1][1]


@functools.cache
def best() -> Learned:
    """The encoder that ships with the package, loaded when first asked for."""
    return Learned(Encoder(arrays(_FOLDER / "encoder.npz")), _pieces())


@functools.cache
def fast() -> Learned:
    """The small network that ships beside it."""
    return Learned(Shallow(arrays(_FOLDER / "shallow.npz")), _pieces())


_FOLDER: Final = Path(__file__).with_name("weights")


def _pieces() -> list[str]:
    return (_FOLDER / "pieces.txt").read_text(encoding="utf-8").split("\n")
