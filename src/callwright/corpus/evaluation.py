"""The engine held to labelled examples: the figures of `callwright evaluate`, and its most confident disagreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from callwright.corpus.agreement import Agreement, agreement, calibration_error, kappa
from callwright.corpus.examples import Example
from callwright.smart import CATEGORIES, CRITERIA, Assessment, Category, CriterionName

Judged = Sequence[tuple[Example, Assessment]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How the engine agrees with the labels of `n` examples.

    criteria: figures of each. macro_kappa: mean of the criteria's kappas (of those that are defined; None if none is).
    categories, low_sights: kappa as yes or no. all_five_right: share of examples with all criteria judged as labelled.
    calibration_error: of the probability that a criterion is met, all five together, ten bins of equal count.
    """

    n: int
    criteria: dict[CriterionName, Agreement]
    macro_kappa: float | None
    categories: dict[Category, float | None]
    low_sights: float | None
    all_five_right: float
    calibration_error: float

    def to_dict(self) -> dict[str, Any]:
        """The object that `callwright evaluate --format json` prints (docs/reference/output.md)."""
        return {
            "n": self.n,
            "criteria": {name: asdict(figures) for name, figures in self.criteria.items()},
            "macro_kappa": self.macro_kappa,
            "categories": {name: {"kappa": value} for name, value in self.categories.items()},
            "low_sights": {"kappa": self.low_sights},
            "all_five_right": self.all_five_right,
            "calibration_error": self.calibration_error,
        }


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One criterion of one example on which verdict and label differ. confidence: the verdict's, 0.5-1."""

    example: Example
    criterion: CriterionName
    judged_met: bool
    confidence: float


def evaluate(judged: Judged) -> Evaluation:
    """The figures over at least one pair of example and assessment."""
    criteria = {name: agreement(*_sides(judged, name)) for name in CRITERIA}
    kappas = [figures.kappa for figures in criteria.values() if figures.kappa is not None]
    return Evaluation(
        n=len(judged),
        criteria=criteria,
        macro_kappa=sum(kappas) / len(kappas) if kappas else None,
        categories={name: _category_kappa(judged, name) for name in CATEGORIES},
        low_sights=kappa([e.labels.low_sights for e, _ in judged], [a.low_sights for _, a in judged]),
        all_five_right=sum(a.met == dict(e.labels.met) for e, a in judged) / len(judged),
        calibration_error=_calibration(judged),
    )


def disagreements(judged: Iterable[tuple[Example, Assessment]]) -> list[Disagreement]:
    """Where verdict and label differ, the most confident first."""
    found = [
        Disagreement(example, name, assessment.criteria[name].met, assessment.criteria[name].confidence)
        for example, assessment in judged
        for name in CRITERIA
        if assessment.criteria[name].met != example.labels.met[name]
    ]
    return sorted(found, key=lambda one: -one.confidence)


def _sides(judged: Judged, name: CriterionName) -> tuple[list[bool], list[bool]]:
    return [e.labels.met[name] for e, _ in judged], [a.criteria[name].met for _, a in judged]


def _category_kappa(judged: Judged, name: Category) -> float | None:
    return kappa([name in e.labels.categories for e, _ in judged], [name in a.categories for _, a in judged])


def _calibration(judged: Judged) -> float:
    verdicts = [(a.criteria[name], e.labels.met[name]) for e, a in judged for name in CRITERIA]
    probabilities = [one.confidence if one.met else 1 - one.confidence for one, _ in verdicts]
    return calibration_error(probabilities, [label for _, label in verdicts])
