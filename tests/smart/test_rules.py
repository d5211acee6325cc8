"""The rules as a whole: registered once, documented in full, and speaking as a coach would."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from callwright.smart import CRITERIA, Call
from callwright.smart.reading import read
from callwright.smart.rules import RULES, Cause, Rule, findings, principal, rule
from callwright.smart.rules.stats import stats

PREFIX = {
    "S": "specific",
    "M": "measurable",
    "A": "action_oriented",
    "R": "realistic",
    "T": "time_bound",
    "L": "time_bound",
    "O": "time_bound",
}
EACH = pytest.mark.parametrize("one", RULES, ids=[one.code for one in RULES])


def test_codes_and_names_are_unique_and_find_their_rule() -> None:
    assert len({one.code for one in RULES}) == len(RULES) >= 30
    assert all(rule(one.code) is one for one in RULES)
    against = [one.name for one in RULES if not one.favours]
    assert all(rule(name).name == name for name in against)


def test_exactly_one_rule_is_principal_for_each_cause() -> None:
    causes = [one.cause for one in RULES if one.principal]
    assert sorted(causes) == sorted(get_args(Cause))
    assert all(principal(cause).cause == cause and not principal(cause).favours for cause in get_args(Cause))


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(KeyError, match="X99"):
        rule("X99")


@EACH
def test_a_rule_is_documented_in_full(one: Rule) -> None:
    assert PREFIX[one.code[0]] == one.criterion in CRITERIA
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", one.name)
    for words in (one.title, one.what, one.why, one.poor, one.better, one.exception, one.source, one.message):
        assert words.strip()


@EACH
def test_a_rule_speaks_as_a_coach_would(one: Rule) -> None:
    said = " ".join([one.message, one.bare or "", one.question or ""])
    assert "!" not in said
    assert "%" not in said
    assert "invalid" not in said.casefold()
    assert one.favours == (one.question is None)
    assert one.question is None or one.question.endswith("?")


@EACH
def test_a_principal_rule_can_be_raised_without_a_span(one: Rule) -> None:
    if one.principal:
        finding = one.finding(read("Something quite unknown"))
        assert (finding.start, finding.end) == (None, None)
        assert "“”" not in finding.message
        assert "{" not in finding.message


def test_findings_come_in_the_order_of_the_criteria() -> None:
    found = findings(read("Build rapport with the team"), Call(stage="needs", minutes=30))
    order = [CRITERIA.index(finding.criterion) for finding in found]
    assert order == sorted(order)
    assert found


def test_stats_say_how_often_a_rule_is_right() -> None:
    unmet = dict.fromkeys(CRITERIA, True) | {"measurable": False, "action_oriented": False, "low_sights": False}
    result = stats([("Build rapport", Call(), unmet), ("Build rapport", Call(), dict.fromkeys(CRITERIA, True))])
    assert (result.rules["A05"].fired, result.rules["A05"].rightly) == (2, 1)
    assert result.rules["A05"].precision == 0.5
    assert result.rules["R01"].precision is None
    assert result.covered["action_oriented"] == 1.0
