"""The reasons of a verdict cost next to nothing beside it, and a long text costs in proportion to its length."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import pytest

from callwright import Assessment, Call, assess

CALL = Call(stage="needs", minutes=30, attendees=("Receptionist", "Wilhelmina Oduya"))
LINE = "Get the plant manager and her deputy to agree to a two-week trial on line three by Friday"
UNMET = "Touch base with Wilhelmina about her thoughs on the zylograph, and build rapport with the team over lunch."
TEXTS = {
    "what is met": LINE + ". ",
    "what is not": UNMET + " ",
    "slips": "get the agreemnt, comitment and contrcat ",
    "words of no language": "zqxwvab kjhgfdq ",
}


def fresh(text: str) -> Assessment:
    return assess(text, CALL, engine="fast")


def calls_made(work: Callable[[], object]) -> int:
    """How many functions a piece of work calls, C's included: as good as time, and the same on every machine."""
    made = 0

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal made
        made += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("name", TEXTS)
def test_ten_times_the_text_takes_at_most_fifteen_times_the_work(name: str) -> None:
    text = TEXTS[name] * 1000
    fresh(text[:1000]).to_dict()
    short, long = (calls_made(fresh(text[:length]).to_dict) for length in (1000, 10_000))
    assert long <= 15 * short


@pytest.mark.parametrize("line", [LINE, UNMET])
def test_all_the_reasons_of_a_line_take_about_a_millisecond(line: str) -> None:
    fresh(line).to_dict()
    best = float("inf")
    for _ in range(7):
        verdict = assess(line, CALL)
        start = time.process_time()
        verdict.to_dict()
        best = min(best, time.process_time() - start)
    assert best <= 0.004, "four times the aim of a millisecond, so that a slow machine does not fail the build"
