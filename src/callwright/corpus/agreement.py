"""Figures of agreement between yes-or-no verdicts and labels. A figure that the data cannot give is None, not 0."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

BINS = 10


@dataclass(frozen=True, slots=True)
class Agreement:
    """How verdicts on one criterion agree with its labels; *unmet* is what is being found.

    n: how many were judged. unmet: how many the labels call unmet. precision: of those judged unmet, the share that the
    labels call unmet, None if none was judged so. recall: of those labelled unmet, the share judged unmet, None if
    there is none. f1: their harmonic mean. accuracy: the share judged as labelled. kappa: Cohen's, None if undefined.
    """

    n: int
    unmet: int
    precision: float | None
    recall: float | None
    f1: float | None
    accuracy: float
    kappa: float | None


def agreement(labelled_met: Sequence[bool], judged_met: Sequence[bool]) -> Agreement:
    """The figures of one criterion over at least one example; ValueError for none or for lengths that differ."""
    if not labelled_met:
        raise ValueError("agreement needs at least one example")
    pairs = list(zip(labelled_met, judged_met, strict=True))
    found = pairs.count((False, False))
    unmet = found + pairs.count((False, True))
    judged = found + pairs.count((True, False))
    return Agreement(
        n=len(pairs),
        unmet=unmet,
        precision=found / judged if judged else None,
        recall=found / unmet if unmet else None,
        f1=2 * found / (judged + unmet) if judged + unmet else None,
        accuracy=sum(label == verdict for label, verdict in pairs) / len(pairs),
        kappa=kappa(labelled_met, judged_met),
    )


def kappa(labels: Sequence[bool], verdicts: Sequence[bool]) -> float | None:
    """Cohen's kappa of two yes-or-no sequences of one length: 1 full agreement, 0 what chance would give.

    None where chance alone agrees in full: both sequences say the same one thing throughout.
    """
    n = len(labels)
    observed = sum(a == b for a, b in zip(labels, verdicts, strict=True))
    yes_a, yes_b = sum(labels), sum(verdicts)
    by_chance = yes_a * yes_b + (n - yes_a) * (n - yes_b)
    if by_chance == n * n:
        return None
    return (observed * n - by_chance) / (n * n - by_chance)


def calibration_error(probabilities: Sequence[float], outcomes: Sequence[bool]) -> float:
    """Expected calibration error: how far stated probabilities (0-1) lie from how often the thing was so.

    The pairs are sorted by probability and cut into ten bins of equal count (fewer, where there are fewer pairs); the
    error is the mean over pairs of their bin's distance between mean probability and share of true outcomes; 0 for no
    pair.
    """
    pairs = sorted(zip(probabilities, outcomes, strict=True), key=lambda pair: pair[0])
    edges = [len(pairs) * bin_ // BINS for bin_ in range(BINS + 1)]
    bins = [pairs[start:end] for start, end in pairwise(edges) if end > start]
    gaps = [abs(sum(p for p, _ in one) - sum(was for _, was in one)) for one in bins]
    return sum(gaps) / len(pairs) if pairs else 0.0
