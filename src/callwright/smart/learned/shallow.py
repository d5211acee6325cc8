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

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        self._words = weights["words.weight"]
        self._scale = weights["words.weight.scale"].astype(np.float32)
        self._window = widen(weights, "window.weight"), widen(weights, "window.bias")
        self._hidden = widen(weights, "hidden.weight"), widen(weights, "hidden.bias")
        self._head = widen(weights, "head.weight"), widen(weights, "head.bias")

    def read(self, ids: Sequence[Sequence[int]], pad: int) -> tuple[Array, list[Callable[[], Array]]]:
        """Logits, one row a text, and what each piece adds to them: what is lost when it is blanked out."""
        return self._logits(ids, pad), [functools.partial(self._added, one, pad) for one in ids]

    def _logits(self, ids: Sequence[Sequence[int]], pad: int) -> Array:
        table, lengths = table_of(ids, pad)
        texts, longest = table.shape
        x = self._words[table].astype(np.float32)
        x *= self._scale[table]
        real = (np.arange(longest)[None, :] < lengths[:, None])[..., None]
        x *= real
        windows = np.zeros((texts, longest, 3, x.shape[-1]), dtype=np.float32)
        windows[:, 1:, 0] = x[:, :-1]
        windows[:, :, 1] = x
        windows[:, :-1, 2] = x[:, 1:]
        seen = windows.reshape(texts * longest, -1) @ self._window[0]
        seen += self._window[1]
        np.maximum(seen, 0, out=seen)
        seen = seen.reshape(texts, longest, -1)
        seen *= real
        pooled = np.concatenate([seen.max(1), seen.sum(1) / lengths[:, None].astype(np.float32)], axis=1)
        hidden = np.maximum(pooled @ self._hidden[0] + self._hidden[1], 0)
        found: Array = hidden @ self._head[0] + self._head[1]
        return found

    def _added(self, ids: Sequence[int], pad: int) -> Array:
        variants = [list(ids)] + [[*ids[:place], BLANK, *ids[place + 1 :]] for place in range(len(ids))]
        found = self._logits(variants, pad)
        lost: Array = found[0] - found[1:]
        return lost
