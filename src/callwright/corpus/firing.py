"""How often each rule fires on labelled examples, and how often rightly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from callwright.corpus.examples import Example
from callwright.smart.reading import read
from callwright.smart.rules import RULES, Rule, findings


@dataclass(frozen=True, slots=True)
class Firing:
    """fired: in how many examples a rule fired. rightly: in how many of those the labels bear it out."""

    fired: int
    rightly: int

    @property
    def share(self) -> float | None:
        """The share of its firings that the labels bear out, 0-1; None where it never fired."""
        return self.rightly / self.fired if self.fired else None


def rule_stats(examples: Iterable[Example]) -> dict[str, Firing]:
    """For each rule, by code, how it fired. A rule is right where the label of its criterion is as the rule says."""
    rules = {rule.code: rule for rule in RULES}
    fired, rightly = dict.fromkeys(rules, 0), dict.fromkeys(rules, 0)
    for example in examples:
        for code in {finding.code for finding in findings(read(example.text), example.call)}:
            fired[code] += 1
            rightly[code] += _borne_out(rules[code], example)
    return {code: Firing(fired[code], rightly[code]) for code in rules}


def _borne_out(rule: Rule, example: Example) -> bool:
    if rule.cause == "low_sights":
        return example.labels.low_sights is not rule.favours
    return example.labels.met[rule.criterion] is rule.favours
