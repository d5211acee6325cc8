"""How long an objective takes, by the guide's rough figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callwright.smart.minutes import LONGEST, figure, minutes_needed
from callwright.smart.reading import read


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Find out who signs", 3),
        ("Learn who decides, when they decide, and how much they spend", 10),
        ("Drop off the brochure", 3),
        ("Say hello to the new manager", 5),
        ("Get the order", 5),
        ("Discuss pricing", 10),
        ("Present the mixer", 15),
        ("Go through the proposal", 15),
        ("Negotiate the terms", 20),
        ("Walk the site with the foreman", 30),
        ("Present the mixer and get a yes to the trial", 20),
    ],
)
def test_the_figures_are_those_of_the_guide(text: str, minutes: int) -> None:
    assert minutes_needed(read(text)) == minutes


def test_more_pages_take_longer() -> None:
    assert minutes_needed(read("Go through the 80-page contract")) > minutes_needed(read("Go through the contract"))


def test_a_fallback_costs_nothing() -> None:
    with_fallback = read("Get the order; failing that, walk the site and present the mixer")
    assert minutes_needed(with_fallback) == minutes_needed(read("Get the order"))


def test_the_table_names_the_guides_figures() -> None:
    assert (figure("fact"), figure("facts"), figure("introduction"), figure("product_shown")) == (3, 10, 5, 15)


@given(st.text(max_size=200))
def test_the_estimate_is_between_one_minute_and_four_hours(text: str) -> None:
    assert 1 <= minutes_needed(read(text)) <= LONGEST
