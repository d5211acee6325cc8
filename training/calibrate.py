"""From judgements of unseen writers: slopes and shifts that make probabilities mean what they say, and figures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from folds import Judged
from numpy.typing import NDArray

from callwright.smart.model import CATEGORIES, CRITERIA

CLOSE = 0.7
"""A verdict that is right less often than this is a close call."""


def calibration(found: Sequence[Judged]) -> dict[str, Any]:
    """What calibration.json holds for one engine."""
    criteria = {}
    for place, name in enumerate(CRITERIA):
        raw = np.array([one.met[place] for one in found]).clip(1e-6, 1 - 1e-6)
        label = np.array([one.item["labels"][name] for one in found], dtype=float)
        slope, shift = platt(np.log(raw / (1 - raw)), label)
        criteria[name] = [round(slope, 4), round(shift, 4)]
    return {"criteria": criteria, "close_call": CLOSE}


def platt(logits: NDArray[np.float64], labels: NDArray[np.float64]) -> tuple[float, float]:
    """Slope (at least 0.05) and shift of the logistic curve that fits best (Platt 1999), by Newton's method."""
    weights = np.array([1.0, 0.0])
    columns = np.stack([logits, np.ones_like(logits)], axis=1)
    for _ in range(50):
        p = 1 / (1 + np.exp(-(columns @ weights).clip(-30, 30)))
        gradient = columns.T @ (p - labels)
        curvature = columns.T @ (columns * (p * (1 - p))[:, None]) + 1e-6 * np.eye(2)
        weights = weights - np.linalg.solve(curvature, gradient)
    return max(float(weights[0]), 0.05), float(weights[1])


def kappa(said: Sequence[bool], label: Sequence[bool]) -> float:
    """Cohen's kappa of two yes-or-no judges."""
    a, b = np.array(said, dtype=bool), np.array(label, dtype=bool)
    chance = a.mean() * b.mean() + (1 - a.mean()) * (1 - b.mean())
    return float(((a == b).mean() - chance) / (1 - chance)) if chance < 1 else 1.0


def figures(found: Sequence[Judged]) -> dict[str, float]:
    """Kappas at a probability of one half, and the share of items with all five right."""
    labels = [one.item["labels"] for one in found]
    each = {c: kappa([one.met[i] > 0.5 for one in found], [x[c] for x in labels]) for i, c in enumerate(CRITERIA)}
    kinds = {
        c: kappa([one.categories[i] > 0.5 for one in found], [c in x["categories"] for x in labels])
        for i, c in enumerate(CATEGORIES)
    }
    right = [
        all((m > 0.5) == x[c] for m, c in zip(one.met, CRITERIA, strict=True))
        for one, x in zip(found, labels, strict=True)
    ]
    low = kappa([one.low_sights > 0.5 for one in found], [x["low_sights"] for x in labels])
    macro = float(np.mean(list(each.values())))
    return {"n": len(found), "macro": macro, **each, "all_five": float(np.mean(right)), **kinds, "low_sights": low}


def table(judgements: Mapping[str, Sequence[Judged]]) -> str:
    """The figures by engine or writer, a line each."""
    rows = []
    for name, found in judgements.items():
        shown = " ".join(f"{key} {value:.3f}" if key != "n" else f"n {value}" for key, value in figures(found).items())
        rows.append(f"  {name}: {shown}")
    return "\n".join(rows)


def breakdown(found: Sequence[Judged]) -> dict[str, dict[str, dict[str, float]]]:
    """The figures of all items, and by writer, stage and length of the text."""
    parts: dict[str, dict[str, list[Judged]]] = {"all": {"all": list(found)}, "writer": {}, "stage": {}, "words": {}}
    for one in found:
        item = one.item
        parts["writer"].setdefault(item["writer"], []).append(one)
        parts["stage"].setdefault(item["context"].get("stage") or "unknown", []).append(one)
        parts["words"].setdefault(_length(item["text"]), []).append(one)
    return {part: {name: figures(some) for name, some in sorted(by.items())} for part, by in parts.items()}


def _length(text: str) -> str:
    words = len(text.split())
    return next((f"up to {most:>2}" for most in (5, 10, 20, 30) if words <= most), "over 30")
