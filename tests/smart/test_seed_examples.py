"""What "Creating a SMART Sales Call Objective" says of its own examples, the verdicts say too."""

from __future__ import annotations

from typing import Any

import pytest

from callwright import Assessment, Call, assess


def _judge(text: str, **context: Any) -> Assessment:
    return assess(text, Call(**context))


# "If you are at the point in the buying process that you can close the customer by asking him or her to buy the
# product, then your objective should focus specifically on that close."


@pytest.mark.parametrize(
    "text",
    [
        "Close the customer by asking him to buy the product",
        "Close the customer by asking her to buy the product",
        "Ask the customer to buy the product",
        "Ask for the order",
        "Get the customer to say yes to the contract",
    ],
)
def test_at_the_point_of_decision_the_close_is_specific(text: str) -> None:
    assert _judge(text, stage="decision").met["specific"]


@pytest.mark.parametrize(
    "text",
    [
        "Get a second meeting with the customer",
        "Show the customer the new brochure",
        "Find out how many people work on the second site",
        "Book a demonstration with the customer's team",
    ],
)
def test_at_the_point_of_decision_anything_less_than_the_close_is_not_specific(text: str) -> None:
    assert not _judge(text, stage="decision").met["specific"]
    assert _judge(text, stage="evaluation").met["specific"]


@pytest.mark.parametrize("text", ["Move the sale forward", "Advance the customer in the buying process", "Next steps"])
def test_an_objective_that_names_nothing_definite_is_not_specific(text: str) -> None:
    assert not _judge(text).met["specific"]


# "You might measure whether you accomplished that objective by determining whether you discovered a need the customer
# has that your product can satisfy."


@pytest.mark.parametrize(
    "text",
    [
        "Discover a need the customer has that our product can satisfy",
        "Discover at least one need the customer has that our product can satisfy",
        "Uncover one need that my product can satisfy",
        "Find out one thing the customer needs that our product can do",
    ],
)
def test_uncovering_a_need_that_the_product_can_satisfy_is_measurable(text: str) -> None:
    assert _judge(text).met["measurable"]


@pytest.mark.parametrize(
    "text",
    [
        "Explore the customer's needs",
        "Understand the customer's needs better",
        "Get a better feel for what the customer needs",
        "Talk about the customer's needs",
    ],
)
def test_the_need_without_a_measure_is_not_measurable(text: str) -> None:
    assert not _judge(text).met["measurable"]


# "Simply making a call on a customer isn't action-oriented, and neither is checking in with the customer to determine
# how the product is working."


@pytest.mark.parametrize(
    "text",
    [
        "Make a call on the customer",
        "Simply make a call on the customer",
        "Call on the customer",
        "Visit the customer",
        "Check in with the customer to determine how the product is working",
        "Check in with the customer and see how the product is working",
        "Check in with the customer",
        "See whether the customer is happy with the product",
    ],
)
def test_making_a_call_or_checking_in_is_not_action_oriented(text: str) -> None:
    found = _judge(text)
    assert not found.met["action_oriented"]
    assert found.categories == ()


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Get the customer to agree to a trial of the product", "advance"),
        ("Get the customer to introduce us to the buyer", "advance"),
        ("Learn what is important to the customer", "understand"),
        ("Find out what would bring the customer value", "understand"),
        ("Expand my understanding of the customer", "understand"),
        ("Build my understanding of the customer's need", "understand"),
        ("Uncover another opportunity to sell our product with this customer", "uncover"),
        ("Uncover an opportunity to sell our product somewhere else", "uncover"),
        ("Find where else in the account we could expand the business we already have", "uncover"),
    ],
)
def test_each_of_the_three_categories_of_objectives_is_action_oriented(text: str, category: str) -> None:
    found = _judge(text)
    assert found.met["action_oriented"]
    assert category in found.categories


# "If you are introducing a product to a customer for the first time, then it may be unreasonable to believe he or she
# will immediately start buying your product. The customer may need time to evaluate it."


@pytest.mark.parametrize("context", [{"stage": "introduction"}, {"first_meeting": True}])
@pytest.mark.parametrize(
    "text",
    [
        "Get the customer to buy the product",
        "Have the customer start buying our product immediately",
        "Ask the customer to buy the product today",
        "Sell the product to the customer",
    ],
)
def test_a_first_introduction_does_not_end_in_a_purchase(text: str, context: dict[str, Any]) -> None:
    assert not _judge(text, **context).met["realistic"]


@pytest.mark.parametrize("text", ["Get the customer to buy the product", "Ask the customer to buy the product today"])
def test_the_same_purchase_is_realistic_once_the_customer_can_decide(text: str) -> None:
    assert _judge(text, stage="decision", first_meeting=False).met["realistic"]


@pytest.mark.parametrize(
    "text",
    [
        "Get the customer to agree to evaluate the product",
        "Get the customer to agree to test the product and see whether it meets his needs",
        "Agree a date for a second meeting with the customer",
    ],
)
def test_time_to_evaluate_is_realistic_to_ask_for_at_an_introduction(text: str) -> None:
    assert _judge(text, stage="introduction", first_meeting=True).met["realistic"]


# "Consider the length of time you have during the call and what you can accomplish."


@pytest.mark.parametrize(
    "text",
    [
        "Book the demo, get the NDA signed, have the buyer named and agree a trial date",
        "Walk the site with the plant manager and get him to name the two worst bottlenecks",
        "Go through the whole contract with the customer and get it signed",
        "Negotiate the payment terms until the customer agrees to them",
    ],
)
def test_what_does_not_fit_the_time_allotted_is_not_time_bound_and_fits_a_longer_call(text: str) -> None:
    assert not _judge(text, minutes=10).met["time_bound"]
    assert _judge(text, minutes=90).met["time_bound"]


@pytest.mark.parametrize("text", ["Get the date of the trial", "Ask the customer who signs the order"])
def test_what_fits_the_time_allotted_is_time_bound(text: str) -> None:
    assert _judge(text, minutes=10).met["time_bound"]


# "Setting your sights high and trying to accomplish a lot during a call is much better than the opposite — not really
# trying to accomplish much and wasting time."


@pytest.mark.parametrize(
    "text", ["Drop off a brochure", "Confirm the customer's address", "Leave the price list with the customer"]
)
def test_a_long_call_is_wasted_on_low_sights(text: str) -> None:
    found = _judge(text, minutes=60)
    assert found.low_sights
    assert found.met["time_bound"]
    assert not _judge(text, minutes=5).low_sights


@pytest.mark.parametrize(
    "text",
    [
        "Show the buyer the pump and get her to agree to a trial on line 2",
        "Go through the proposal and get the director's signature",
    ],
)
def test_high_sights_are_welcome_in_a_long_call(text: str) -> None:
    found = _judge(text, minutes=60)
    assert not found.low_sights
    assert found.met["time_bound"]
