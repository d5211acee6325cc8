"""A call in four fields: whom, when, how long, who. What is wrong is said, and what was typed stays."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.calls.form import DAY, only_call, value
from tests.web.cast import a_call, a_contact, a_customer, an_opportunity
from tests.web.pages import plain


@pytest.fixture
def london(me):
    me.person.time_zone = "Europe/London"
    me.person.save()


def test_a_new_name_makes_a_customer_and_leads_to_the_plan(post, me):
    answer = post(others="CFO, IT lead")
    call = only_call(me)
    assert answer.headers["Location"] == f"/calls/{call.pk}/plan/"
    assert (call.customer.name, call.minutes, call.others) == ("Northfield Foods", 30, "CFO, IT lead")
    assert timezone.localtime(call.starts).strftime("%Y-%m-%d %H:%M") == f"{DAY} 14:00"


def test_a_known_name_is_the_known_customer_however_it_is_typed(post, me):
    customer = a_customer(me)
    post(customer="  northfield   FOODS ")
    assert only_call(me).customer == customer


def test_a_customer_that_was_tapped_goes_before_the_name(post, me):
    customer = a_customer(me, "Elm Works")
    cfo = a_contact(customer)
    post(known=customer.pk, who=[cfo.pk])
    assert only_call(me).customer == customer
    assert list(only_call(me).contacts.all()) == [cfo]


def test_other_minutes_go_before_those_tapped(post, me):
    post(minutes="30", other_minutes="25")
    assert only_call(me).minutes == 25


def test_a_call_whose_time_has_passed_is_logged_and_leads_to_its_debrief(post, me):
    answer = post(day=str(timezone.localdate() - dt.timedelta(days=1)))
    assert only_call(me).unplanned
    assert answer.headers["Location"] == f"/calls/{only_call(me).pk}/debrief/"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"customer": " "}, "Which customer is it?"),
        ({"known": "999999"}, "no longer there"),
        ({"known": "x"}, "no longer there"),
        ({"day": "31.2."}, "A day is written"),
        ({"day": "2031-02-31"}, "A day is written"),
        ({"day": "1031-02-01"}, "The year 1031 is out of the calendar"),
        ({"day": "0001-01-01", "time": "00:00"}, "The year 1 is out of the calendar"),
        ({"day": "9999-12-31", "time": "23:59"}, "The year 9999 is out of the calendar"),
        ({"time": "25:00"}, "A time is written"),
        ({"other_minutes": "soon"}, "from 1 to 1440"),
        ({"other_minutes": "1441"}, "from 1 to 1440"),
        ({"other_minutes": "-5"}, "from 1 to 1440"),
        ({"customer": "N" * 300}, "300 characters; 200 is the most"),
        ({"customer": "Elm\x00"}, "Null characters are not allowed"),
        ({"others": "x, " * 300}, "500 is the most"),
        ({"who": ["999999"]}, "no longer there"),
        ({"every": "week", "until": "2031-01-01"}, "before its first call"),
    ],
    ids=lambda one: str(one)[:30],
)
def test_what_is_wrong_is_said_and_the_rest_stays(post, me, wrong, said):
    answer = post(**{"others": "the new IT lead", **wrong})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert said in plain(page)
    if "others" not in wrong:
        assert value(page, "others") == "the new IT lead"
    from callwright.web.calls.models import Call

    assert not Call.objects.of(me).exists()


def test_an_hour_that_the_clocks_skip_is_named_with_the_next(post, me, london):
    page = plain(post(day="2031-03-30", time="01:30").content.decode())
    assert "01:30 on that day, so it does not exist. The next that does is 02:30." in page


@pytest.mark.parametrize(("second", "utc"), [("no", 0), ("yes", 1)])
def test_an_hour_that_comes_twice_asks_which(post, me, london, second, utc):
    page = post(day="2031-10-26", time="01:30").content.decode()
    assert "comes twice. Which of the two?" in plain(page)
    assert 'name="second"' in page
    post(day="2031-10-26", time="01:30", second=second)
    assert only_call(me).starts == dt.datetime(2031, 10, 26, utc, 30, tzinfo=dt.UTC)


def test_a_call_that_may_be_there_already_is_asked_about(post, me):
    post()
    first = only_call(me)
    answer = post(time="14:20")
    page = answer.content.decode()
    assert "Is it the same one?" in plain(page)
    assert f'href="/calls/{first.pk}/plan/"' in page
    assert value(page, "time") == "14:20"
    assert post(time="14:20", anyway="1").status_code == 302


def test_a_series_is_planned_from_the_same_form(post, me):
    from callwright.web.calls.models import Call

    post(every="fortnight", until="2031-04-30")
    assert Call.objects.of(me).count() == 5


def test_while_typing_customers_appear_to_tap_and_those_of_others_do_not(client, me, stranger):
    a_customer(me)
    a_customer(stranger, "Northern Lights")
    page = plain(client.get("/calls/customers/", {"customer": "north"}).content.decode())
    assert "Northfield Foods" in page
    assert "Northern Lights" not in page
    assert "is new, and is added" in plain(client.get("/calls/customers/", {"customer": "Zed"}).content.decode())


def test_who_attends_follows_the_customer(client, me, stranger):
    customer = a_customer(me)
    a_contact(customer)
    an_opportunity(customer)
    page = client.get("/calls/who/", {"known": customer.pk, "others": "the IT lead"}).content.decode()
    assert "Dana Reyes (CFO)" in plain(page)
    assert "Payroll software" in plain(page)
    assert value(page, "others") == "the IT lead"
    theirs = a_customer(stranger, "Theirs")
    a_contact(theirs, "Somebody Else")
    assert "Somebody Else" not in client.get("/calls/who/", {"known": theirs.pk}).content.decode()


def test_an_address_may_say_whom_and_when(client, me):
    customer = a_customer(me)
    page = client.get(f"/calls/new/?customer={customer.pk}&day={DAY}").content.decode()
    assert value(page, "day") == DAY
    assert value(page, "time") == "09:00"
    assert re.search(rf'name="known" value="{customer.pk}"[^>]* checked', page)


@pytest.mark.parametrize(
    "query", ["customer=x", "customer=99999999999999999999999", "day=x", "opportunity=x", "held=1"]
)
def test_an_address_that_says_nonsense_gives_the_form(client, me, query):
    assert client.get(f"/calls/new/?{query}").status_code == 200


def test_a_customer_that_was_deleted_under_the_open_form_is_named_and_the_text_stays(client, post, me):
    customer = a_customer(me)
    key = customer.pk
    customer.delete()
    page = post(known=key, others="the whole board").content.decode()
    assert "no longer there" in plain(page)
    assert value(page, "others") == "the whole board"


def test_the_number_of_queries_does_not_grow_with_what_there_is_to_choose(client, me):
    counts = []
    for many in (1, 10):
        for number in range(many):
            customer = a_customer(me, f"Customer {many} {number}")
            a_contact(customer)
            an_opportunity(customer)
            call = a_call(me, customer)
        for path in ("/calls/new/", f"/calls/{call.pk}/"):
            client.get(path)
            with CaptureQueriesContext(connection) as seen:
                client.get(path)
            counts.append(len(seen))
    assert counts[:2] == counts[2:]
    assert counts[0] <= 5
    assert counts[1] <= 11


def test_a_zone_of_ones_own_is_the_zone_of_the_form(post, me):
    me.person.time_zone = "Pacific/Auckland"
    me.person.save()
    post()
    assert only_call(me).starts.astimezone(ZoneInfo("Pacific/Auckland")).hour == 14


@pytest.mark.parametrize(("zone", "day"), [("America/New_York", "9999-12-31"), ("Asia/Tokyo", "0001-01-01")])
def test_a_year_beyond_the_calendar_is_named_in_every_zone(post, me, zone, day):
    me.person.time_zone = zone
    me.person.save()
    assert "is out of the calendar" in plain(post(day=day, time="23:59").content.decode())


@pytest.mark.parametrize("day", ["4/3/2031", "4.3.2031", "4 March 2031"])
def test_a_day_that_is_typed_is_read_as_it_is_written_here(post, me, day):
    post(day=day)
    assert timezone.localdate(only_call(me).starts) == dt.date(2031, 3, 4)


def test_a_name_that_begins_like_others_is_said_to_be_new_unless_one_is_tapped(client, me):
    a_customer(me)
    page = plain(client.get("/calls/customers/", {"customer": "North"}).content.decode())
    assert "“North” is new, and is added with the call, unless you tap one of these" in page
    assert "is new" not in plain(client.get("/calls/customers/", {"customer": "northfield  foods"}).content.decode())
