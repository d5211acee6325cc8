"""Why a criterion is unmet, by the names of `callwright.smart.rules`: it decides what is asked and what may stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from callwright.smart import CRITERIA, Assessment, Criterion, CriterionName
from callwright.smart.rules import rule

USUAL: Final[Mapping[CriterionName, str]] = {
    "specific": "definite",
    "measurable": "measurable",
    "action_oriented": "action",
    "realistic": "impossible",
    "time_bound": "minutes",
}
"""The cause taken where no finding names one."""

CAUSES: Final[Mapping[CriterionName, frozenset[str]]] = {
    "specific": frozenset({"definite", "closes"}),
    "measurable": frozenset({"measurable"}),
    "action_oriented": frozenset({"action"}),
    "realistic": frozenset({"purchase", "impossible", "authority", "wrong_person"}),
    "time_bound": frozenset({"after", "minutes", "outcomes"}),
}
"""What can make a criterion fail, as the guide's arithmetic has it."""

SPOILING: Final = frozenset({"purchase", "impossible", "authority", "wrong_person", "after", "minutes"})
"""Causes that lie in what the line asks for: whatever is added, those words cannot stay."""

KEEPING: Final = frozenset({"outcomes", "minutes"})
"""Causes mended by choosing what of the line to keep."""


def causes(assessment: Assessment) -> dict[CriterionName, str]:
    """For each unmet criterion what brought the verdict."""
    return {name: _cause(assessment.criteria[name]) for name in CRITERIA if not assessment.criteria[name].met}


def _cause(criterion: Criterion) -> str:
    for finding in criterion.against:
        cause = _of_rule(finding.code)
        if cause in CAUSES[criterion.name]:
            return cause
    return USUAL[criterion.name]


def _of_rule(code: str) -> str | None:
    try:
        return rule(code).cause
    except KeyError:
        return None
