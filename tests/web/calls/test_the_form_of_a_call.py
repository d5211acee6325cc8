"""A call in four fields: whom, when, how long, who. What is wrong is said, and what was typed stays."""

import datetime as dt
import html
import re
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_opportunity
from tests.web.pages import plain

DAY = "2031-03-04"
FIELDS = {"customer": "Northfield Foods", "day": DAY, "time": "14:00", "minutes": "30"}


@pytest.fixture
def me(me):
    me.organization.started = True
    me.organization.save()
    return me


@pytest.fixture
def post(client, me):
    def send(path="/calls/new/", **fields):
        return client.post(path, {**FIELDS, **fields})

    return send


@pytest.fixture
def london(me):
    me.person.time_zone = "Europe/London"
    me.person.save()


def only_call(me):
    from callwright.web.calls.models import Call

    return Call.objects.of(me).get()


def value(page, name):
    return html.unescape(re.search(rf'name="{name}"[^>]*? value="(.*?)"', page)[1])


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


def test_what_is_there_is_changed_and_moved(post, me):
    customer = a_customer(me)
    kept = a_call(me, customer, contacts=[a_contact(customer)])
    answer = post(f"/calls/{kept.pk}/", minutes="45", who=[], opportunity=an_opportunity(customer).pk)
    assert answer.headers["Location"] == f"/calls/{kept.pk}/plan/"
    call = only_call(me)
    assert (call.minutes, call.opportunity.name, call.moved_from) == (45, "Payroll software", kept.starts)
    assert not call.contacts.exists()


def test_the_form_of_a_call_holds_what_is_known_of_it(client, me):
    customer = a_customer(me)
    cfo = a_contact(customer)
    call = a_call(me, customer, contacts=[cfo], minutes=50, others="IT lead")
    page = client.get(f"/calls/{call.pk}/").content.decode()
    assert value(page, "other_minutes") == "50"
    assert value(page, "others") == "IT lead"
    assert re.search(rf'name="who" value="{cfo.pk}" checked', page)


def test_one_of_a_series_may_take_those_that_follow_along(post, me):
    from callwright.web.calls.models import Call

    post(every="week", until="2031-03-31")
    second = Call.objects.of(me).order_by("starts")[1]
    post(f"/calls/{second.pk}/", day="2031-03-11", time="09:00", scope="following")
    hours = [timezone.localtime(one.starts).hour for one in Call.objects.of(me).order_by("starts")]
    assert hours == [14, 9, 9, 9]


def test_a_call_is_cancelled_and_brought_back(client, me):
    call = a_call(me)
    page = plain(client.post(f"/calls/{call.pk}/cancel/", follow=True).content.decode())
    assert "is cancelled" in page
    assert only_call(me).state == "cancelled"
    assert "Bring it back" in plain(client.get(f"/calls/{call.pk}/").content.decode())
    client.post(f"/calls/{call.pk}/revive/")
    assert only_call(me).state == "planned"


def test_a_call_that_is_debriefed_is_not_moved_and_says_why(post, me):
    call = a_call(me, debriefed_at=timezone.now())
    assert "written down, so it stays" in plain(post(f"/calls/{call.pk}/").content.decode())


@pytest.mark.parametrize("path", ["", "cancel/", "revive/"])
def test_a_call_of_another_organization_is_not_there(client, me, stranger, path):
    call = a_call(stranger)
    answer = client.post(f"/calls/{call.pk}/{path}", FIELDS)
    assert answer.status_code == 404
    call.refresh_from_db()
    assert call.state == "planned"


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


def test_what_is_said_of_a_cancelled_call_leads_to_its_page(client, me):
    call = a_call(me)
    page = client.post(f"/calls/{call.pk}/cancel/", follow=True).content.decode()
    assert f'is cancelled. <a href="/calls/{call.pk}/">Open it</a> to bring it back.' in page


def test_a_name_stays_text_in_what_is_said_of_a_cancelled_call(client, me):
    call = a_call(me, a_customer(me, "<b>Bold</b>"))
    page = client.post(f"/calls/{call.pk}/cancel/", follow=True).content.decode()
    assert "The call on &lt;b&gt;Bold&lt;/b&gt; is cancelled." in page


@pytest.mark.parametrize(("zone", "day"), [("America/New_York", "9999-12-31"), ("Asia/Tokyo", "0001-01-01")])
def test_a_year_beyond_the_calendar_is_named_in_every_zone(post, me, zone, day):
    me.person.time_zone = zone
    me.person.save()
    assert "is out of the calendar" in plain(post(day=day, time="23:59").content.decode())


@pytest.mark.parametrize("day", ["4/3/2031", "4.3.2031", "4 March 2031"])
def test_a_day_that_is_typed_is_read_as_it_is_written_here(post, me, day):
    post(day=day)
    assert timezone.localdate(only_call(me).starts) == dt.date(2031, 3, 4)


def test_a_call_that_was_moved_elsewhere_meanwhile_is_not_moved_back(client, post, me):
    call = a_call(me, starts=dt.datetime(2031, 3, 4, 14, tzinfo=dt.UTC))
    page = client.get(f"/calls/{call.pk}/").content.decode()
    as_opened = {name: value(page, name) for name in ("day", "time", "seen")}
    moved = dt.datetime(2031, 3, 5, 9, tzinfo=dt.UTC)
    type(call).objects.filter(pk=call.pk).update(starts=moved)
    post(f"/calls/{call.pk}/", **as_opened, minutes="45")
    call.refresh_from_db()
    assert (call.starts, call.minutes) == (moved, 45)


def test_the_only_opportunity_is_chosen_for_a_new_call_and_can_be_taken_off_one_that_is_there(client, post, me):
    customer = a_customer(me)
    deal = an_opportunity(customer)
    offered = client.get("/calls/who/", {"known": customer.pk}).content.decode()
    assert re.search(r'<select[^>]*name="opportunity"><option value="(\d+)"', offered)[1] == str(deal.pk)
    post(opportunity=deal.pk)
    call = only_call(me)
    assert call.opportunity == deal
    assert "None of these" in plain(client.get(f"/calls/{call.pk}/").content.decode())
    post(f"/calls/{call.pk}/", opportunity="")
    assert only_call(me).opportunity is None


def test_a_name_that_begins_like_others_is_said_to_be_new_unless_one_is_tapped(client, me):
    a_customer(me)
    page = plain(client.get("/calls/customers/", {"customer": "North"}).content.decode())
    assert "“North” is new, and is added with the call, unless you tap one of these" in page
    assert "is new" not in plain(client.get("/calls/customers/", {"customer": "northfield  foods"}).content.decode())


def test_calls_of_a_series_that_are_cancelled_are_counted_in_words(client, post, me):
    from callwright.web.calls.models import Call

    post(every="week", until="2031-03-11")
    last = Call.objects.of(me).last()
    page = plain(client.post(f"/calls/{last.pk}/cancel/", {"scope": "following"}, follow=True).content.decode())
    assert "Cancelled: 1 call on Northfield Foods" in page
