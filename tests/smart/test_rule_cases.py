"""Every rule fires where it should and stays quiet where it should: the cases are its promise."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from callwright.smart import Call
from callwright.smart.reading import read
from callwright.smart.rules import RULES, rule

CASES = Path(__file__).parent / "cases"
ENOUGH = 3


def _cases(code: str) -> dict[str, list[Any]]:
    return tomllib.loads((CASES / f"{code}.toml").read_text(encoding="utf-8"))


def _of(kind: str) -> list[Any]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}: {case if isinstance(case, str) else case['text']}")
        for path in sorted(CASES.glob("*.toml"))
        for case in _cases(path.stem)[kind]
    ]


def _hits(code: str, case: str | dict[str, Any]) -> tuple[str, list[Any]]:
    context = {} if isinstance(case, str) else {key: value for key, value in case.items() if key != "text"}
    text = case if isinstance(case, str) else case["text"]
    reading = read(text)
    one = rule(code)
    return text, [one.finding(reading, hit) for hit in one.find(reading, Call(**context))]


@pytest.mark.parametrize(("code", "case"), _of("fires"))
def test_a_rule_fires_where_its_pattern_is(code: str, case: Any) -> None:
    text, found = _hits(code, case)
    assert found, f"{code} says nothing of {text!r}"
    for finding in found:
        assert finding.message.strip()
        assert "{" not in finding.message
        if finding.start is not None and finding.end is not None:
            assert text[finding.start : finding.end].strip()
            assert 0 <= finding.start < finding.end <= len(text)


@pytest.mark.parametrize(("code", "case"), _of("quiet"))
def test_a_rule_stays_quiet_where_it_only_looks_like_it(code: str, case: Any) -> None:
    text, found = _hits(code, case)
    assert not found, f"{code} fires on {text!r}: {[finding.message for finding in found]}"


@pytest.mark.parametrize("code", [one.code for one in RULES])
def test_every_rule_has_cases_enough(code: str) -> None:
    cases = _cases(code)
    assert len(cases["fires"]) >= ENOUGH
    assert len(cases["quiet"]) >= ENOUGH


def test_no_cases_are_left_over() -> None:
    assert {path.stem for path in CASES.glob("*.toml")} == {one.code for one in RULES}
