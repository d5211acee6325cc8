"""The network of the fast engine: word vectors, windows of three pieces, one hidden layer."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from callwright.smart.learned.encoder import Array, table_of, widen

BLANK = 0
"""The id that stands before the first and after the last piece, and in place of a piece whose pull is asked for."""


class Shallow:
    """Logits from named arrays (see training/distil.py). What pads a shorter text counts as zeros."""

    together = 16
    heavy = False

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        self._words = weights["words.weight"]
        self._scale = weights["words.weight.scale"].astype(np.float32)
        self._window = widen(weights, "window.weight"), widen(weights, "window.bias")
        self._hidden = widen(weights, "hidden.weight"), widen(weights, "hidden.bias")
        self._head = widen(weights, "head.weight"), widen(weights, "head.bias")

    def read(self, ids: Sequence[Sequence[int]], pad: int) -> tuple[Array, list[Callable[[], Array]]]:
        """Logits, one row a text, and what each piece adds to them: what is lost when it is blanked out."""
        return self._logits(ids, pad), [functools.partial(self._added, one) for one in ids]

    def _logits(self, ids: Sequence[Sequence[int]], pad: int) -> Array:
        table, lengths = table_of(ids, pad)
        real = (np.arange(table.shape[1])[None, :] < lengths[:, None])[..., None]
        seen = self._seen(_windows(self._vectors(table) * real))
        seen *= real
        return self._judged(seen.max(1), seen.sum(1), lengths)

    def _vectors(self, ids: NDArray[np.int64]) -> Array:
        vectors = self._words[ids].astype(np.float32)
        vectors *= self._scale[ids]
        return vectors

    def _seen(self, windows: Array) -> Array:
        """What the windows show, 0 or more: a row for each."""
        seen = windows.reshape(-1, self._window[0].shape[0]) @ self._window[0]
        seen += self._window[1]
        np.maximum(seen, 0, out=seen)
        return seen.reshape(*windows.shape[:-2], -1)

    def _judged(self, most: Array, total: Array, lengths: NDArray[np.int64]) -> Array:
        """Logits of texts, from the most and the sum of what their windows show."""
        pooled = np.concatenate([most, total / lengths[:, None].astype(np.float32)], axis=1)
        hidden = np.maximum(pooled @ self._hidden[0] + self._hidden[1], 0)
        found: Array = hidden @ self._head[0] + self._head[1]
        return found

    def _added(self, ids: Sequence[int]) -> Array:
        """What is lost as each piece in turn is blanked out. Only the three windows that it stands in are seen anew."""
        windows = _windows(self._vectors(np.array([ids])))[0]
        seen, anew = self._seen(windows), self._seen(self._blanked(windows))
        anew[0, 0] = anew[-1, 2] = 0
        before, here, after = _beside(seen)
        most = np.maximum(_most_before(seen), np.maximum(_most_before(seen[::-1])[::-1], anew.max(1)))
        total = seen.sum(0) - before - here - after + anew.sum(1)
        count = np.full(len(ids), len(ids))
        lost: Array = self._judged(seen.max(0)[None], seen.sum(0)[None], count[:1]) - self._judged(most, total, count)
        return lost

    def _blanked(self, windows: Array) -> Array:
        """For each piece the three windows that it stands in, with a blank in its place."""
        found = np.stack(_beside(windows), axis=1)
        blank = self._vectors(np.array(BLANK))
        for place in range(3):
            found[:, place, 2 - place] = blank
        return found


def _windows(vectors: Array) -> Array:
    """Each piece between its neighbours: texts x pieces x 3 x width, zeros where there is none."""
    windows = np.zeros((*vectors.shape[:2], 3, vectors.shape[-1]), dtype=np.float32)
    windows[:, 1:, 0] = vectors[:, :-1]
    windows[:, :, 1] = vectors
    windows[:, :-1, 2] = vectors[:, 1:]
    return windows


def _beside(rows: Array) -> tuple[Array, Array, Array]:
    """For each row the one before it, itself, and the one after it; zeros where there is none."""
    wide = np.zeros((len(rows) + 2, *rows.shape[1:]), dtype=np.float32)
    wide[1:-1] = rows
    return wide[:-2], wide[1:-1], wide[2:]


def _most_before(seen: Array) -> Array:
    """For each row the most of the rows before the one before it."""
    most = np.zeros_like(seen)
    most[2:] = np.maximum.accumulate(seen)[:-2]
    return most
