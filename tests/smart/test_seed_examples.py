"""What "Creating a SMART Sales Call Objective" says of its own examples, the rules say too."""

from __future__ import annotations

import pytest

from callwright.smart import Call
from callwright.smart.reading import read
from callwright.smart.rules import findings


def _against(text: str, **context: object) -> set[str]:
    call = Call(**context)  # type: ignore[arg-type]
    return {finding.criterion for finding in findings(read(text), call) if not finding.favours}


@pytest.mark.parametrize(
    "text",
    [
        "Make a call on the customer",
        "Check in with the customer to determine how the product is working",
    ],
)
def test_making_a_call_or_checking_in_is_not_action_oriented(text: str) -> None:
    assert "action_oriented" in _against(text)


def test_at_the_point_of_decision_the_objective_is_the_close() -> None:
    assert "specific" not in _against("Close the customer by asking her to buy the product", stage="decision")
    assert "specific" in _against("Get a second meeting with the customer", stage="decision")


def test_uncovering_a_need_that_the_product_can_satisfy_is_measurable() -> None:
    assert "measurable" not in _against("Discover at least one need the customer has that our product can satisfy")
    assert "measurable" in _against("Explore the customer's needs")


def test_a_first_introduction_does_not_end_in_a_purchase() -> None:
    assert "realistic" in _against("Get the customer to buy the product", stage="introduction")
    assert "realistic" not in _against("Get the customer to agree to test the product", stage="introduction")


def test_a_lot_in_a_short_call_is_not_time_bound() -> None:
    text = "Book the demo, get the NDA signed, have the buyer named and agree a trial date"
    assert "time_bound" in _against(text, minutes=10)


@pytest.mark.parametrize(
    "stem",
    [
        "By the end of this call, I will have accomplished ",
        "To advance the customer in the buying process, I need to accomplish ",
        "This call will have been highly successful if I accomplish ",
    ],
)
def test_the_three_stems_are_not_held_against_a_good_line(stem: str) -> None:
    assert _against(stem + "a signed order for 20 pumps", stage="decision", minutes=30) == set()
