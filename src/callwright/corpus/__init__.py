"""Labelled examples, and how far the engine agrees with their labels: the figures of `callwright evaluate`."""

from callwright.corpus.agreement import Agreement, agreement, calibration_error, kappa
from callwright.corpus.evaluation import Disagreement, Evaluation, disagreements, evaluate
from callwright.corpus.examples import BadExample, Example, Labels, read_examples

__all__ = [
    "Agreement",
    "BadExample",
    "Disagreement",
    "Evaluation",
    "Example",
    "Labels",
    "agreement",
    "calibration_error",
    "disagreements",
    "evaluate",
    "kappa",
    "read_examples",
]
