"""Reading stays quick: a long text takes as long as its length, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from callwright.smart import Call
from callwright.smart.reading import read
from callwright.smart.rules import findings
from callwright.smart.text import prepare

CALL = Call(stage="needs", minutes=30, attendees=("Receptionist",))
TIMES_LONGER = 15
LINE = "Get Kwame to sign the order, then discuss pricing and book a demo by Friday, if not at least a name. "
AWKWARD = [
    "a ",
    "get the get the to ",
    "he ",
    "(((",
    "1) ",
    "w/ ",
    "if not ",
    "all 300 by Friday ",
    "£1,2,",
    "abcdefgh",
]


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(7):
        start = time.process_time()
        findings(read(text), CALL)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("unit", [LINE, *AWKWARD])
def test_ten_times_the_text_takes_at_most_fifteen_times_as_long(unit: str) -> None:
    text = unit * (10_000 // len(unit) + 1)
    _seconds(unit)
    assert _seconds(text[:10_000]) <= TIMES_LONGER * max(_seconds(text[:1000]), 1e-3)


def test_a_line_is_read_and_ruled_on_in_about_half_a_millisecond() -> None:
    line = "Get the plant manager and her deputy to agree to a two-week trial on line three by Friday"
    assert len(line.split()) > 15
    findings(read(line), CALL)
    assert _seconds(line) <= 0.003, "six times the aim, so that a slow machine does not fail the build"


def test_the_guards_are_quick_on_the_longest_text() -> None:
    text = (LINE * 100)[:10_000]
    start = time.process_time()
    prepare(text)
    assert time.process_time() - start < 0.5
