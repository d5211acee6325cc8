"""Fits the encoder and its heads to lines; everything random hangs on one seed."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from net import Encoder, Model
from vary import vary

from callwright.smart.estimate import OUTPUTS, STANDING_OVER, YES_NO
from callwright.smart.learned.wordpiece import WordPiece

LONGEST = 96


@dataclass(frozen=True)
class Plan:
    """How to fit. `rate` is the peak learning rate of the encoder, the heads take ten times as much."""

    epochs: int = 7
    rate: float = 4.5e-4
    batch: int = 32
    decay: float = 0.75
    dropout: float = 0.1
    counts_weight: float = 0.7
    seed: int = 1
    smooth: float = 0.02
    words: bool = False


def batch_of(encoded: Sequence[list[int]], pad: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Ids padded to the longest, and the lengths."""
    lengths = torch.tensor([len(ids) for ids in encoded])
    ids = torch.full((len(encoded), int(lengths.max())), pad)
    for row, one in enumerate(encoded):
        ids[row, : len(one)] = torch.tensor(one)
    return ids, lengths


def weights(plan: Plan) -> torch.Tensor:
    """How much each output counts in the loss: counts have many bounds each and are weighed down."""
    weight = torch.full((OUTPUTS + len(STANDING_OVER),), plan.counts_weight)
    weight[: len(YES_NO)] = 1.0
    weight[OUTPUTS:] = 0.3
    return weight


def loss_of(outputs: torch.Tensor, targets: torch.Tensor, weight: torch.Tensor, smooth: float) -> torch.Tensor:
    """Binary cross-entropy over what is known."""
    known = ~torch.isnan(targets)
    wanted = torch.nan_to_num(targets) * (1 - 2 * smooth) + smooth
    each = F.binary_cross_entropy_with_logits(outputs, wanted, reduction="none") * weight
    return (each * known).sum() / outputs.shape[0]


def groups(model: Model, plan: Plan) -> list[dict[str, object]]:
    """Parameters by depth: the deeper from the head, the smaller the step."""
    depth = len(model.encoder.layers)
    found: list[dict[str, object]] = [
        {"params": [*model.head.parameters(), *model.look.parameters()], "lr": plan.rate * 5}
    ]
    for place, layer in enumerate(model.encoder.layers):
        found.append({"params": list(layer.parameters()), "lr": plan.rate * plan.decay ** (depth - 1 - place)})
    low = [p for part in (model.encoder.positions, model.encoder.norm) for p in part.parameters()]
    if plan.words:
        low += list(model.encoder.words.parameters())
    found.append({"params": low, "lr": plan.rate * plan.decay**depth})
    return found


def fit(
    encoder: Encoder, pieces: WordPiece, texts: list[str], targets: np.ndarray, plan: Plan, say: bool = False
) -> Model:
    """The model after `plan.epochs` over the texts; `targets` has NaN where nothing is known."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)
    model = Model(encoder, OUTPUTS + len(STANDING_OVER), plan.dropout)
    wanted = torch.tensor(targets, dtype=torch.float32)
    weight = weights(plan)
    steps = plan.epochs * ((len(texts) + plan.batch - 1) // plan.batch)
    model.encoder.words.weight.requires_grad = plan.words
    optimizer = torch.optim.AdamW(groups(model, plan), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(s / (0.08 * steps), (steps - s) / (0.92 * steps)) if s else 0.01
    )
    for epoch in range(plan.epochs):
        model.train()
        began, total = time.time(), 0.0
        encoded = [pieces.encode(vary(text, chance), LONGEST) for text in texts]
        for rows in batches([len(ids) for ids in encoded], plan.batch, chance):
            ids, lengths = batch_of([encoded[row] for row in rows], pieces.pad)
            with torch.autocast("cpu", torch.bfloat16):
                outputs = model(ids, lengths)
            loss = loss_of(outputs, wanted[rows], weight, plan.smooth)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item() * len(rows)
        if say:
            print(f"epoch {epoch + 1}: loss {total / len(texts):.4f}, {time.time() - began:.0f} s", flush=True)
    return model


def batches(lengths: list[int], size: int, chance: random.Random) -> list[list[int]]:
    """Rows in batches of like length (so that little is padding), in random order."""
    rows = sorted(range(len(lengths)), key=lambda row: lengths[row] + chance.random() * 6)
    found = [rows[at : at + size] for at in range(0, len(rows), size)]
    chance.shuffle(found)
    return found


@torch.no_grad()
def predict(model: Model, pieces: WordPiece, texts: Sequence[str]) -> np.ndarray:
    """Logits of all outputs, a row a text."""
    model.eval()
    encoded = [pieces.encode(text, LONGEST) for text in texts]
    order = sorted(range(len(texts)), key=lambda row: len(encoded[row]))
    found = np.zeros((len(texts), OUTPUTS + len(STANDING_OVER)), dtype=np.float32)
    for at in range(0, len(order), 128):
        rows = order[at : at + 128]
        ids, lengths = batch_of([encoded[row] for row in rows], pieces.pad)
        found[rows] = model(ids, lengths).numpy()
    return found
