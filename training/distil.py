"""Distils the encoder into the small network of the fast engine: it learns to say what the encoder says.

The encoder can label any text, so the small network sees many more lines than were ever labelled: the training lines
and mixtures of them (halves of two lines joined, words exchanged for near ones, words dropped).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

import numpy as np
import torch
import torch.nn.functional as F
from fit import batch_of
from numpy.typing import NDArray
from torch import Tensor, nn
from vary import vary

from callwright.smart.estimate import OUTPUTS, STANDING_OVER, YES_NO
from callwright.smart.learned.wordpiece import WordPiece

WIDTH, WINDOWS, HIDDEN = 96, 320, 160
BLANK = 0


class Small(nn.Module):
    """Word vectors, windows of three pieces, their maximum and mean, one hidden layer."""

    def __init__(self, words: Tensor) -> None:
        super().__init__()
        self.words = nn.Embedding.from_pretrained(words.clone(), freeze=False)
        self.window = nn.Linear(3 * words.shape[1], WINDOWS)
        self.hidden = nn.Linear(2 * WINDOWS, HIDDEN)
        self.head = nn.Linear(HIDDEN, OUTPUTS + len(STANDING_OVER))

    def forward(self, ids: Tensor, lengths: Tensor) -> Tensor:
        real = (torch.arange(ids.shape[1])[None, :] < lengths[:, None])[..., None]
        x = F.dropout(self.words(ids), 0.1, self.training) * real
        edge = torch.zeros_like(x[:, :1])
        windows = torch.cat([torch.cat([edge, x[:, :-1]], 1), x, torch.cat([x[:, 1:], edge], 1)], 2)
        seen = F.relu(self.window(windows)) * real
        pooled = torch.cat([seen.max(1).values, seen.sum(1) / lengths[:, None]], 1)
        return self.head(F.dropout(F.relu(self.hidden(F.dropout(pooled, 0.1, self.training))), 0.1, self.training))


def small_words(words: Tensor) -> Tensor:
    """The encoder's word vectors in fewer dimensions, by their principal components."""
    centred = words - words.mean(0)
    _, _, directions = torch.linalg.svd(centred.T @ centred)
    found = centred @ directions[:WIDTH].T
    return found / found.std() * 0.3


def mixtures(texts: Sequence[str], number: int, seed: int) -> list[str]:
    """Lines made of lines; what they mean is for the encoder to say."""
    chance = random.Random(seed)
    found = []
    for _ in range(number):
        one, two = chance.choice(texts), chance.choice(texts)
        roll = chance.random()
        if roll < 0.35:
            found.append(vary(one, chance))
        elif roll < 0.6:
            found.append(_dropped(one, chance))
        elif roll < 0.8:
            found.append(_joined(one, two, chance))
        else:
            found.append(_exchanged(one, two, chance))
    return found


def _dropped(text: str, chance: random.Random) -> str:
    words = text.split()
    kept = [word for word in words if chance.random() > 0.15]
    return " ".join(kept or words)


def _joined(one: str, two: str, chance: random.Random) -> str:
    parts = re.split(r"(?<=[,;.:])\s+|\s+(?=and |then |to )", one)
    others = re.split(r"(?<=[,;.:])\s+|\s+(?=and |then |to )", two)
    head = " ".join(parts[: chance.randint(1, len(parts))]).rstrip(".,;: ")
    tail = " ".join(others[chance.randrange(len(others)) :])
    return head + chance.choice((", ", " and ", "; ", ". ", ", then ")) + tail


def _exchanged(one: str, two: str, chance: random.Random) -> str:
    """One line with up to three of its words taken from another line."""
    words, others = one.split(), two.split()
    for _ in range(chance.randint(1, 3)):
        words[chance.randrange(len(words))] = chance.choice(others)
    return " ".join(words)


def distil(
    words: Tensor,
    pieces: WordPiece,
    texts: list[str],
    teach: Callable[[Sequence[str]], NDArray[np.float64]],
    labelled: tuple[list[str], NDArray[np.float64]],
    *,
    epochs: int = 14,
    number: int = 40_000,
    seed: int = 1,
) -> Small:
    """The small network after learning from the encoder's answers (`teach`: texts to logits) and from the labels."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    mixed = mixtures(texts, number, seed)
    lines = labelled[0] + mixed
    soft = torch.tensor(1 / (1 + np.exp(-teach(lines).clip(-12, 12))), dtype=torch.float32)
    hard = torch.tensor(np.nan_to_num(labelled[1], nan=-1.0), dtype=torch.float32)
    known = hard >= 0
    soft[: len(hard)] = torch.where(known, 0.5 * soft[: len(hard)] + 0.5 * hard, soft[: len(hard)])
    encoded = [pieces.encode(line, 96) for line in lines]
    model = Small(small_words(words))
    weight = torch.full((soft.shape[1],), 0.4)
    weight[: len(YES_NO)] = 1.0
    size = 128
    steps = epochs * (len(lines) // size + 1)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-3, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps + 1)
    for _ in range(epochs):
        model.train()
        rows = sorted(range(len(lines)), key=lambda row: len(encoded[row]) + chance.random() * 4)
        groups = [rows[at : at + size] for at in range(0, len(rows), size)]
        chance.shuffle(groups)
        for group in groups:
            ids, lengths = batch_of([encoded[row] for row in group], pieces.pad)
            loss = (
                (F.binary_cross_entropy_with_logits(model(ids, lengths), soft[group], reduction="none") * weight)
                .sum(1)
                .mean()
            )
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return model.eval()


@torch.no_grad()
def outputs(model: Small, pieces: WordPiece, texts: Sequence[str]) -> NDArray[np.float64]:
    """Logits, a row a text."""
    found = [model(*batch_of([pieces.encode(text, 96)], pieces.pad)) for text in texts]
    return torch.cat(found).numpy().astype(np.float64)
