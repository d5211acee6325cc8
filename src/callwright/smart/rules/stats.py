"""How often each rule fires on labelled examples, and how often rightly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from callwright.smart.model import CRITERIA, Call
from callwright.smart.reading import read
from callwright.smart.rules import RULES, Rule, findings, rule

Example = tuple[str, Call, Mapping[str, Any]]
"""A text, its call, and its labels: the five criteria as true or false, and `low_sights`."""


@dataclass(slots=True)
class Record:
    """Of one rule: how often it fired, and how often the label says that it was right to."""

    fired: int = 0
    rightly: int = 0

    @property
    def precision(self) -> float | None:
        """Share of firings that were right, None if it never fired."""
        return self.rightly / self.fired if self.fired else None


@dataclass(frozen=True, slots=True)
class Stats:
    """rules: by code. covered: by criterion, the share of unmet labels that some rule against it explains."""

    rules: Mapping[str, Record]
    covered: Mapping[str, float]


def stats(examples: Iterable[Example]) -> Stats:
    """Runs every rule over the examples. A rule against is right where its criterion is labelled unmet."""
    records = {one.code: Record() for one in RULES}
    unmet, hit = dict.fromkeys(CRITERIA, 0), dict.fromkeys(CRITERIA, 0)
    for text, call, labels in examples:
        fired = {finding.code for finding in findings(read(text), call)}
        for code in fired:
            records[code].fired += 1
            records[code].rightly += _right(rule(code), labels)
        for name in CRITERIA:
            if not labels[name]:
                unmet[name] += 1
                hit[name] += any(_explains(rule(code), name) for code in fired)
    return Stats(records, {name: hit[name] / unmet[name] if unmet[name] else 0.0 for name in CRITERIA})


def _right(one: Rule, labels: Mapping[str, Any]) -> bool:
    if one.cause == "low_sights":
        return bool(labels["low_sights"])
    return bool(labels[one.criterion]) == one.favours


def _explains(one: Rule, name: str) -> bool:
    return one.criterion == name and not one.favours and one.cause != "low_sights"
