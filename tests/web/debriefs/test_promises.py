"""What customers promised, with dates: kept, late, not kept; what is due comes up."""

import datetime as dt
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.cast import a_call, a_customer
from tests.web.debriefs.telling import FACT, a_held_call, outcome, save, text_of


def a_promise(me, text="mail the data sheet", due=0, **fields):
    """A promise that is due so many days from today; None: no day was named."""
    from callwright.web.debriefs.models import Commitment

    call = fields.pop("call", None) or a_held_call(me)
    day = None if due is None else timezone.localdate() + dt.timedelta(days=due)
    return Commitment.objects.create(
        organization=me.organization, customer=call.customer, call=call, text=text, due=day, **fields
    )


def tap(client, promise, state, **fields):
    return client.post(reverse("commitment", args=[promise.pk]), {"state": state, **fields}, follow=True)


def test_what_is_due_today_or_overdue_comes_up_in_order(me):
    from callwright.web.debriefs.queries import due

    call = a_held_call(me)
    for text, days in [("later", 1), ("today", 0), ("long ago", -9), ("someday", None)]:
        a_promise(me, text, days, call=call)
    a_promise(me, "done", -1, call=call, state="kept")
    assert [one.text for one in due(me, timezone.localdate())] == ["long ago", "today"]


@pytest.mark.parametrize("state", ["kept", "late", "not_kept"])
def test_one_tap_says_what_became_of_it_and_one_takes_that_back(client, me, state):
    promise = a_promise(me)
    page = tap(client, promise, state)
    promise.refresh_from_db()
    assert (promise.state, promise.settled_on) == (state, timezone.localdate())
    assert "Undo" in text_of(page)
    tap(client, promise, "open")
    promise.refresh_from_db()
    assert (promise.state, promise.settled_on) == ("open", None)


def test_another_word_changes_nothing(client, me):
    promise = a_promise(me)
    page = tap(client, promise, "perhaps")
    assert "A promise is kept, late or not kept." in text_of(page)
    promise.refresh_from_db()
    assert promise.state == "open"


def test_one_comes_back_to_the_page_where_it_was_said_and_to_no_other_site(client, me):
    promise = a_promise(me)
    there = reverse("debrief", args=[promise.call.pk])
    assert tap(client, promise, "kept", back_to=there).redirect_chain[-1][0] == there
    elsewhere = tap(client, promise, "kept", back_to="https://elsewhere.example/")
    assert elsewhere.redirect_chain[-1][0] == reverse("commitments")


def test_the_list_goes_by_due_date(client, me):
    call = a_held_call(me)
    for text, days in [("sometime", None), ("in a month", 30), ("last week", -7), ("today", 0)]:
        a_promise(me, text, days, call=call)
    words = text_of(client.get(reverse("commitments")))
    order = ["Overdue", "last week", "This week", "today", "Later", "in a month", "No day named", "sometime"]
    assert re.search(".*".join(order), words), words


def test_a_promise_that_ends_in_its_day_shows_the_day_once(client, me):
    call = a_held_call(me, FACT)
    page = text_of(save(client, call, **outcome(call), p0_text="send the list of rooms by tomorrow"))
    promise = call.commitments.get()
    assert promise.text == "send the list of rooms"
    assert promise.due == timezone.localdate(call.starts) + dt.timedelta(days=1)
    # tomorrow, or today where the call was before midnight
    assert "send the list of rooms by tomorrow" in page or "send the list of rooms due today" in page
    assert "by tomorrow by" not in page


def test_what_was_promised_for_the_day_before_is_due_yesterday(client, me):
    a_promise(me, due=-1)
    client.post(reverse("start"), {"with": "nothing"})
    for there in ("commitments", "today"):
        words = text_of(client.get(reverse(there)))
        assert "mail the data sheet due yesterday" in words
        assert "by yesterday" not in words


def test_each_promise_says_whose_it_is_and_leads_to_its_call(client, me):
    from tests.web.cast import a_contact

    call = a_held_call(me)
    a_promise(me, call=call, contact=a_contact(call.customer, "Sam Cole", "IT lead"))
    page = client.get(reverse("commitments"))
    assert "Northfield Foods , Sam Cole: mail the data sheet due today" in text_of(page)
    assert f'href="{reverse("debrief", args=[call.pk])}"' in page.content.decode()


def test_an_empty_list_says_how_one_comes_about(client, me):
    assert "Nothing is promised yet" in text_of(client.get(reverse("commitments")))


def test_last_time_stands_what_was_promised_and_learned(client, me):
    from callwright.web.debriefs.queries import last_time

    before = a_held_call(me, FACT)
    save(client, before, **outcome(before, "partly"), p0_text="mail the data sheet", money="None left")
    last = last_time(a_call(me, before.customer), me)
    assert last.call == before
    assert last.result == "Continuation"
    assert [one.text for one in last.promises] == ["mail the data sheet"]
    assert last.learned == ["None left"]


def test_a_first_call_has_no_last_time(me):
    from callwright.web.debriefs.queries import last_time

    assert not last_time(a_call(me), me).anything()


def test_what_other_customers_promised_is_no_matter(me):
    from callwright.web.debriefs.queries import last_time

    a_promise(me)
    assert not last_time(a_call(me, a_customer(me, "Elm Works")), me).anything()
