"""Today: the day's calls in order, each one line that says how things stand. The week: the same by day."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.cast import a_call, a_customer, an_objective
from tests.web.pages import plain

MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def me(me):
    me.organization.started = True
    me.organization.save()
    return me


def at_noon(days=0):
    """Noon of a day from today on."""
    day = timezone.localdate() + dt.timedelta(days=days)
    return timezone.make_aware(dt.datetime.combine(day, dt.time(12)))


def ended(**more):
    """When a call of ten minutes began that is over, yet was today (unless it is just past midnight)."""
    return timezone.now() - dt.timedelta(minutes=11)


def lines(page):
    """Each call's line in words."""
    import re

    return [plain(row) for row in re.findall(r'<a class="row call-line.*?</a>', page, re.DOTALL)]


def test_calls_stand_in_order_with_time_customer_and_first_words(client, me):
    a_call(me, a_customer(me, "Elm Works"), starts=at_noon() + 60 * MINUTE)
    an_objective(a_call(me, a_customer(me), starts=at_noon()), "The CFO agrees to a pilot", letters="++-?+")
    [first, second] = lines(client.get("/").content.decode())
    assert "12:00 Northfield Foods" in first
    assert "The CFO agrees to a pilot" in first
    assert "13:00 Elm Works" in second
    assert "no objective yet" in second


def test_five_small_letters_are_read_out_in_words(client, me):
    an_objective(a_call(me, starts=at_noon()), letters="++-?+")
    assert "Action-oriented: not yet; Realistic: a close call" in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("fields", "said"), [({"smart": True}, "SMART"), ({"smart": False}, "weak")], ids=["smart", "weak"]
)
def test_a_call_to_come_says_how_good_its_objective_is(client, me, fields, said):
    an_objective(a_call(me, starts=at_noon(1)), **fields)
    [line] = lines(client.get(f"/week/?day={timezone.localdate() + dt.timedelta(days=1)}").content.decode())
    assert f" {said} " in f"{line} "


def test_a_call_that_is_over_says_so_and_leads_to_its_debrief(client, me):
    call = a_call(me, starts=ended(), minutes=10)
    week = f"/week/?day={timezone.localdate(call.starts)}"
    page = client.get(week).content.decode()
    assert " held" in lines(page)[0]
    assert f"/calls/{call.pk}/debrief/" in page
    call.debriefed_at = timezone.now()
    call.save()
    assert " debriefed" in lines(client.get(week).content.decode())[0]


def test_cancelled_calls_and_those_of_others_are_not_there(client, me, stranger):
    a_call(me, starts=at_noon(), state="cancelled")
    a_call(stranger, starts=at_noon())
    assert lines(client.get("/").content.decode()) == []


def test_a_day_without_calls_shows_the_next_one(client, me):
    a_call(me, a_customer(me, "Elm Works"), starts=at_noon(40))
    page = client.get("/").content.decode()
    assert "No calls today" in plain(page)
    assert "Elm Works" in lines(page)[0]


def test_an_empty_book_teaches_with_a_line_to_try(client, me):
    page = plain(client.get("/").content.decode())
    assert "Put your next one in" in page
    assert "Try a line of your own" in page


def test_what_customers_promised_that_is_due_stands_above(client, me):
    from callwright.web.debriefs.models import Commitment

    customer = a_customer(me)
    Commitment.objects.create(
        organization=me.organization, customer=customer, text="mail the data sheet", due=timezone.localdate()
    )
    a_call(me, customer, starts=at_noon())
    page = plain(client.get("/").content.decode())
    assert page.index("mail the data sheet") < page.index("12:00")


def test_calls_to_debrief_stand_below(client, me):
    call = a_call(me, a_customer(me, "Elm Works"), starts=at_noon(-3))
    page = client.get("/").content.decode()
    assert "To debrief" in page
    assert f'href="/calls/{call.pk}/debrief/"' in page


def test_the_week_leads_to_those_around_it(client, me):
    page = client.get("/week/?day=2031-03-05").content.decode()
    assert "3 March to 9 March" in plain(page)
    assert "?day=2031-02-24" in page
    assert "?day=2031-03-10" in page


@pytest.mark.parametrize("day", ["", "nonsense", "2031-02-31", "0001-01-01", "9999-12-31"])
def test_a_day_that_is_none_gives_this_week(client, me, day):
    assert "today" in plain(client.get("/week/", {"day": day}).content.decode())


def test_the_number_of_queries_does_not_grow_with_the_calls(client, me):
    counts = []
    for many in (1, 12):
        for number in range(many):
            customer = a_customer(me, f"Customer {number}")
            an_objective(a_call(me, customer, starts=at_noon() + number * MINUTE))
            a_call(me, customer, starts=at_noon(-10) + number * MINUTE)
        client.get("/")
        for path in ("/", "/week/"):
            with CaptureQueriesContext(connection) as seen:
                client.get(path)
            counts.append(len(seen))
    assert counts[:2] == counts[2:]
    assert counts[0] <= 10
    assert counts[1] <= 5
