"""A small transformer in plain NumPy: word pieces in, a vector for each piece out.

The arithmetic is BERT's (post-norm layers, learned places) with the tanh form of GELU. Weights come as int8 with one
scale for each output and are widened to float32 when loaded: no runtime to install.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

HIDDEN: Final = np.float32(-1e4)
"""Added to the attention paid to padding."""

_GELU: Final = np.float32(math.sqrt(2 / math.pi))


def widen(weights: Mapping[str, NDArray[np.generic]], name: str) -> Array:
    """The matrix `name` in float32, from int8 and its scales or from whatever it is stored in."""
    scale = weights.get(name + ".scale")
    if scale is None:
        return weights[name].astype(np.float32)
    found: Array = np.multiply(weights[name], scale, dtype=np.float32)
    return found


class Layer:
    """One transformer layer."""

    def __init__(self, weights: Mapping[str, NDArray[np.generic]], prefix: str, heads: int) -> None:
        self.heads = heads
        for part in ("qkv", "out", "up", "down"):
            setattr(self, part, (widen(weights, f"{prefix}{part}.weight"), widen(weights, f"{prefix}{part}.bias")))
        self.norm1 = (widen(weights, prefix + "norm1.weight"), widen(weights, prefix + "norm1.bias"))
        self.norm2 = (widen(weights, prefix + "norm2.weight"), widen(weights, prefix + "norm2.bias"))

    qkv: tuple[Array, Array]
    out: tuple[Array, Array]
    up: tuple[Array, Array]
    down: tuple[Array, Array]

    def __call__(self, x: Array, hidden: Array | None) -> Array:
        """`x`: texts x pieces x width. `hidden`: what is added to attention, None where nothing is padding."""
        x = normal(x + linear(self._attend(x, hidden), self.out), self.norm1)
        return normal(x + linear(gelu(linear(x, self.up)), self.down), self.norm2)

    def _attend(self, x: Array, hidden: Array | None) -> Array:
        texts, pieces, width = x.shape
        split = linear(x, self.qkv).reshape(texts, pieces, 3, self.heads, width // self.heads)
        q, k, v = split.transpose(2, 0, 3, 1, 4)
        scores = q @ k.transpose(0, 1, 3, 2)
        scores *= np.float32((width // self.heads) ** -0.5)
        if hidden is not None:
            scores += hidden
        scores -= scores.max(-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(-1, keepdims=True)
        mixed: Array = (scores @ v).transpose(0, 2, 1, 3).reshape(texts, pieces, width)
        return mixed


class Encoder:
    """Logits from named arrays (see training/pack.py).

    Above the encoder each output weighs a text's pieces by how much they count for it, and adds up what they say.
    """

    together = 32
    heavy = True

    def __init__(self, weights: Mapping[str, NDArray[np.generic]]) -> None:
        self._words = weights["words.weight"]
        self._scale = weights["words.weight.scale"].astype(np.float32)
        self._places = widen(weights, "positions.weight")
        self._norm = (widen(weights, "norm.weight"), widen(weights, "norm.bias"))
        layers, heads = (int(n) for n in weights["shape"])
        self._layers = [Layer(weights, f"layers.{place}.", heads) for place in range(layers)]
        self._look = widen(weights, "look.weight")
        self._head = widen(weights, "head.weight")
        self._bias = widen(weights, "head.bias")

    def read(self, ids: Sequence[Sequence[int]], pad: int) -> tuple[Array, list[Callable[[], Array]]]:
        """Logits, one row a text, and what each piece adds to them (they are the sum of that, and a bias)."""
        table, lengths = table_of(ids, pad)
        vectors = self._vectors(table, lengths)
        added = [self._added(one[:length]) for one, length in zip(vectors, lengths, strict=True)]
        found: Array = np.stack([one.sum(0) for one in added]) + self._bias
        return found, [functools.partial(_itself, one) for one in added]

    def _added(self, pieces: Array) -> Array:
        counts = pieces @ self._look
        counts -= counts.max(0)
        np.exp(counts, out=counts)
        counts /= counts.sum(0)
        counts *= pieces @ self._head
        return counts

    def _vectors(self, table: NDArray[np.int64], lengths: NDArray[np.int64]) -> Array:
        longest = table.shape[1]
        hidden = None
        if lengths.min() < longest:
            beyond = np.arange(longest)[None, :] >= lengths[:, None]
            hidden = (beyond * HIDDEN).astype(np.float32)[:, None, None, :]
        x = self._words[table].astype(np.float32) * self._scale[table] + self._places[:longest]
        x = normal(x, self._norm)
        for layer in self._layers:
            x = layer(x, hidden)
        return x


def _itself(array: Array) -> Array:
    return array


def table_of(ids: Sequence[Sequence[int]], pad: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The ids as one table, shorter texts padded at the end, and the length of each."""
    lengths = np.array([len(one) for one in ids])
    table = np.full((len(ids), int(lengths.max())), pad)
    for row, one in enumerate(ids):
        table[row, : len(one)] = one
    return table, lengths


def linear(x: Array, weights: tuple[Array, Array]) -> Array:
    """x times the matrix, plus the bias; as one product over all pieces, which BLAS likes best."""
    matrix, bias = weights
    found: Array = (x.reshape(-1, x.shape[-1]) @ matrix).reshape(*x.shape[:-1], matrix.shape[1])
    found += bias
    return found


def normal(x: Array, weights: tuple[Array, Array]) -> Array:
    """Layer normalisation."""
    gain, bias = weights
    x = x - x.mean(-1, keepdims=True)
    spread = np.einsum("...i,...i->...", x, x)[..., None] / np.float32(x.shape[-1])
    x /= np.sqrt(spread + np.float32(1e-12))
    x *= gain
    x += bias
    return x


def gelu(x: Array) -> Array:
    """The tanh form of the Gaussian error linear unit."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += np.float32(1)
    inner *= x
    inner *= _GELU
    np.tanh(inner, out=inner)
    inner += np.float32(1)
    inner *= x
    inner *= np.float32(0.5)
    return inner
