"""The three stems, and one or two key objectives: how "Creating a SMART Sales Call Objective" has a call planned."""

from __future__ import annotations

from typing import Any

import pytest

from callwright import Assessment, Call, assess
from callwright.smart.reading import read
from callwright.smart.rules import findings

STEMS = [
    "By the end of this call, I will have accomplished ",
    "To advance the customer in the buying process, I need to accomplish ",
    "This call will have been highly successful if I accomplish ",
]


def _judge(text: str, **context: Any) -> Assessment:
    return assess(text, Call(**context))


def _against(text: str, **context: Any) -> set[str]:
    return {finding.criterion for finding in findings(read(text), Call(**context)) if not finding.favours}


# The three statement stems.


@pytest.mark.parametrize("stem", STEMS)
def test_the_three_stems_are_not_held_against_a_good_line(stem: str) -> None:
    assert _against(stem + "a signed order for 20 pumps", stage="decision", minutes=30) == set()


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize(
    "rest",
    ["a signed order for 20 pumps", "getting the buyer's yes to a trial", "learning who signs the order and when"],
)
def test_a_good_line_is_smart_after_each_stem_as_without_it(stem: str, rest: str) -> None:
    assert _judge(rest, minutes=30).smart
    assert _judge(stem + rest, minutes=30).smart


@pytest.mark.parametrize("stem", STEMS)
@pytest.mark.parametrize("rest", ["a good conversation", "a better relationship with the customer"])
def test_a_stem_does_not_make_a_vague_line_smart(stem: str, rest: str) -> None:
    met = _judge(stem + rest, minutes=30).met
    assert not met["specific"]
    assert not met["measurable"]


# "Before making a sales call on a customer, you need to create 1-2 key objectives to accomplish in the call."


@pytest.mark.parametrize(
    "text",
    [
        "Get the customer to agree to a trial",
        "Find out who signs the order",
        "Get the customer to agree to a trial and to introduce us to the finance director",
        "Find out who signs the order, and book the demonstration",
    ],
)
def test_one_or_two_key_objectives_fit_a_call(text: str) -> None:
    found = _judge(text, minutes=30)
    assert found.objectives <= 2
    assert found.met["time_bound"]


@pytest.mark.parametrize(
    "text",
    [
        "Book the demo, get the NDA signed, have the buyer named and agree a trial date",
        "Agree the trial, meet the finance director, get two referrals and renew the service contract",
    ],
)
def test_more_than_two_are_counted_and_the_coach_asks_which_to_keep(text: str) -> None:
    found = _judge(text, minutes=30)
    assert found.objectives > 2
    assert not found.met["time_bound"]
    assert any("one or two" in (finding.question or "").lower() for finding in found.criteria["time_bound"].against)
