"""The encoder computes what its weights say: held to a second, slow and plain reckoning of the same network."""

import math
from pathlib import Path

import numpy as np
import pytest

import callwright
from callwright.smart.estimate import OUTPUTS, STANDING_OVER
from callwright.smart.learned.encoder import Encoder
from callwright.smart.learned.wordpiece import WordPiece

WEIGHTS = Path(callwright.__file__).parent / "smart" / "learned" / "weights"
LINES = [
    "Close",
    "Discuss pricing with Dana",
    "Get Dana to agree to a two-week pilot starting 1 December",
    "Learn who signs contracts over 50,000, how long that takes, and what they will ask of us before they do",
    "Uncover one further need that our service could meet " * 12,
]


@pytest.fixture(scope="module")
def stored():
    return dict(np.load(WEIGHTS / "encoder.npz"))


@pytest.fixture(scope="module")
def encoder(stored):
    return Encoder(stored)


@pytest.fixture(scope="module")
def pieces():
    return WordPiece((WEIGHTS / "pieces.txt").read_text(encoding="utf-8").split("\n"))


@pytest.fixture(scope="module")
def ids(pieces):
    return [pieces.encode(line, 96) for line in LINES]


def reckoned(stored, ids):
    """Logits of one text in float64: a head, a piece and an output at a time, as one would explain it at a board."""

    def weight(name):
        return stored[name].astype(np.float64) * stored.get(name + ".scale", np.float64(1)).astype(np.float64)

    def through(x, name):
        matrix, bias = weight(name + ".weight"), weight(name + ".bias")
        return np.array([row @ matrix + bias for row in x])

    def normal(x, name):
        evened = [(row - row.mean()) / math.sqrt(row.var() + 1e-12) for row in x]
        return np.array(evened) * weight(name + ".weight") + weight(name + ".bias")

    def shares(scores):
        raised = np.exp(scores - scores.max())
        return raised / raised.sum()

    def attended(x, prefix, heads):
        width = x.shape[1] // heads
        query, key, value = np.split(through(x, prefix + "qkv"), 3, axis=1)
        found = np.empty_like(x)
        for head in range(heads):
            part = slice(head * width, (head + 1) * width)
            for place in range(len(x)):
                paid = shares(key[:, part] @ query[place, part] / math.sqrt(width))
                found[place, part] = paid @ value[:, part]
        return through(found, prefix + "out")

    def gelu(x):
        return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))

    layers, heads = (int(number) for number in stored["shape"])
    words, places = weight("words.weight")[ids], weight("positions.weight")[: len(ids)]
    x = normal(words + places, "norm")
    for layer in range(layers):
        prefix = f"layers.{layer}."
        x = normal(x + attended(x, prefix, heads), prefix + "norm1")
        x = normal(x + through(gelu(through(x, prefix + "up")), prefix + "down"), prefix + "norm2")
    counts, says = x @ weight("look.weight"), x @ weight("head.weight")
    summed = [shares(counts[:, output]) @ says[:, output] for output in range(says.shape[1])]
    return np.array(summed) + weight("head.bias")


@pytest.mark.parametrize("place", range(len(LINES)), ids=[line[:20] for line in LINES])
def test_it_agrees_with_a_plain_reckoning_of_the_same_weights(encoder, stored, pieces, ids, place):
    found, _ = encoder.read([ids[place]], pieces.pad)
    assert found.shape == (1, OUTPUTS + len(STANDING_OVER))
    assert np.abs(found[0] - reckoned(stored, ids[place])).max() < 1e-3


def test_what_else_is_read_at_once_and_how_far_it_is_padded_change_nothing(encoder, pieces, ids):
    together, _ = encoder.read(ids, pieces.pad)
    backwards, _ = encoder.read(ids[::-1], pieces.pad)
    alone = np.concatenate([encoder.read([one], pieces.pad)[0] for one in ids])
    assert np.abs(together - alone).max() < 1e-3
    assert np.abs(backwards[::-1] - alone).max() < 1e-3


def test_what_stands_in_the_padding_is_not_seen(encoder, pieces, ids):
    of_nothing, _ = encoder.read(ids, pieces.pad)
    of_a_word, _ = encoder.read(ids, ids[1][1])
    assert np.abs(of_nothing - of_a_word).max() < 1e-3


def test_what_the_pieces_add_makes_up_the_logits(encoder, stored, pieces, ids):
    logits, added = encoder.read(ids, pieces.pad)
    for row, one, add in zip(logits, ids, added, strict=True):
        assert add().shape == (len(one), len(row))
        assert np.abs(add().sum(0) + stored["head.bias"] - row).max() < 1e-4


def test_different_lines_get_different_estimates(encoder, pieces, ids):
    logits, _ = encoder.read(ids, pieces.pad)
    assert min(np.abs(one - other).max() for at, one in enumerate(logits) for other in logits[:at]) > 0.5
