"""A call that is there: changed, moved, cancelled and brought back from its own page."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web.calls.form import FIELDS, only_call, value
from tests.web.cast import a_call, a_contact, a_customer, an_opportunity
from tests.web.pages import plain


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


def test_what_is_said_of_a_cancelled_call_leads_to_its_page(client, me):
    call = a_call(me)
    page = client.post(f"/calls/{call.pk}/cancel/", follow=True).content.decode()
    assert f'is cancelled. <a href="/calls/{call.pk}/">Open it</a> to bring it back.' in page


def test_a_name_stays_text_in_what_is_said_of_a_cancelled_call(client, me):
    call = a_call(me, a_customer(me, "<b>Bold</b>"))
    page = client.post(f"/calls/{call.pk}/cancel/", follow=True).content.decode()
    assert "The call on &lt;b&gt;Bold&lt;/b&gt; is cancelled." in page


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


def test_calls_of_a_series_that_are_cancelled_are_counted_in_words(client, post, me):
    from callwright.web.calls.models import Call

    post(every="week", until="2031-03-11")
    last = Call.objects.of(me).last()
    page = plain(client.post(f"/calls/{last.pk}/cancel/", {"scope": "following"}, follow=True).content.decode())
    assert "Cancelled: 1 call on Northfield Foods" in page
