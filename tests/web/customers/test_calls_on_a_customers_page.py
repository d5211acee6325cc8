"""The calls on a customer's page: the next one first, with what it is for; earlier ones with what came of them."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.cast import a_call, an_objective


def test_the_next_call_stands_before_all_else(me, customer, page):
    a_call(me, customer, starts=timezone.now() + dt.timedelta(days=3), minutes=45)
    a_call(me, customer, starts=timezone.now() + dt.timedelta(days=9))
    words = page()
    day = timezone.localtime(timezone.now() + dt.timedelta(days=3))
    assert words.index(f"{day:%a} {day.day} {day:%b}") < words.index("Opportunities")
    assert "45 min" in words


def test_cancelled_calls_are_found_there_marked_so(client, me, customer, page):
    call = a_call(me, customer, state="cancelled")
    assert "cancelled" in page()
    assert f'href="/calls/{call.pk}/"' in client.get(f"/customers/{customer.pk}/").content.decode()


def test_a_call_that_was_held_is_logged_from_there(page):
    assert "Log a call that was held" in page()


def test_earlier_calls_say_what_each_was_for_and_what_came_of_it(me, customer, page):
    past = a_call(me, customer, starts=timezone.now() - dt.timedelta(days=3))
    an_objective(past, "Find out who signs", outcome="accomplished")
    assert "Find out who signs · accomplished" in page()


def test_only_the_latest_calls_are_shown_until_all_are_asked_for(me, customer, page):
    for number in range(7):
        an_objective(
            a_call(me, customer, starts=timezone.now() - dt.timedelta(days=1 + number)), f"aim number {number}."
        )
    assert "aim number 4." in page()
    assert "aim number 5." not in page()
    assert "All earlier calls" in page()
    assert "aim number 6." in page("?calls=all")
    assert "All earlier calls" not in page("?calls=all")


@pytest.mark.parametrize(("text", "says"), [("The CFO agrees to a pilot", "Open the plan"), ("", "Plan the call")])
def test_the_next_call_says_what_it_is_for_or_that_it_has_no_objective(me, customer, page, text, says):
    call = a_call(me, customer)
    if text:
        an_objective(call, text)
    assert (text or "no objective yet") in page()
    assert says in page()
