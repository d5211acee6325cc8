"""The rules: every pattern that the engine can point at, each with its reason, in the order of the criteria."""

from __future__ import annotations

from collections.abc import Iterator

from callwright.smart.model import Call, Finding
from callwright.smart.reading.model import Reading
from callwright.smart.rules import action_oriented, amount, measurable, realistic, specific, time_bound
from callwright.smart.rules.base import Cause, Hit, Rule

__all__ = ["RULES", "Cause", "Hit", "Rule", "findings", "principal", "rule"]

RULES: tuple[Rule, ...] = (
    *specific.RULES, *measurable.RULES, *action_oriented.RULES, *realistic.RULES, *time_bound.RULES, *amount.RULES,
)  # fmt: skip
"""All rules; registered here and nowhere else."""

_BY_KEY = {key: one for one in RULES for key in (one.code, one.name)}
_PRINCIPAL: dict[str, Rule] = {one.cause: one for one in RULES if one.principal}


def rule(code_or_name: str) -> Rule:
    """The rule with this code ('S01') or name ('vague-result'). Raises KeyError, naming it, if there is none."""
    return _BY_KEY[code_or_name]


def principal(cause: str) -> Rule:
    """The rule that is raised for a cause where no pattern was found in the words."""
    return _PRINCIPAL[cause]


def findings(reading: Reading, call: Call) -> tuple[Finding, ...]:
    """Everything that the rules find in a line and its call; which of it is decisive is for `weigh` to say."""
    return tuple(_found(reading, call))


def _found(reading: Reading, call: Call) -> Iterator[Finding]:
    for one in RULES:
        for hit in one.find(reading, call):
            yield one.finding(reading, hit)
