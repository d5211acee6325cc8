"""Whatever is sent: a clear word, and the text still there."""

import pytest

from tests.web.debriefs.telling import FACT, a_held_call, address, kept, outcome, save, text_of


def test_an_objective_of_which_nothing_is_said_is_asked_for(client, me):
    call = a_held_call(me, FACT)
    page = save(client, call, money="None left")
    assert "Tap what came of it." in text_of(page)
    assert "None left" in text_of(page)
    assert kept(call).debrief.saved_at is None


@pytest.mark.parametrize("field", ["p0-text", "decides", "opening"])
def test_over_long_text_is_named_and_comes_back(client, me, field):
    call = a_held_call(me, FACT)
    long = "word " * 500
    page = save(client, call, **outcome(call), **{field: long})
    assert "takes up to 2000 characters" in text_of(page)
    assert page.content.decode().count("word") >= 500


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("the 12th of never", "That is no day of the calendar"),
        ("2026-02-30", "That is no day of the calendar"),
        ("1066-10-14", "out of the calendar"),
        ("2020-01-01", "before the call"),
    ],
)
def test_a_day_that_cannot_be_is_named(client, me, day, said):
    call = a_held_call(me, FACT)
    page = save(client, call, **outcome(call), p0_text="sign", p0_on=day)
    assert said in text_of(page)
    assert 'value="sign"' in page.content.decode()
    assert kept(call).debrief.saved_at is None


@pytest.mark.parametrize(
    "fields",
    [
        {"result": "triumph"},
        {"minutes_taken": "a while"},
        {"p0-by": "soon", "p0-text": "x"},
        {"p0-by": "9999-12-31", "p0-text": "x"},
    ],
)
def test_what_no_page_of_ours_sends_is_refused(client, me, fields):
    call = a_held_call(me, FACT)
    page = save(client, call, **outcome(call), **fields)
    assert page.status_code == 200
    assert kept(call).debrief.saved_at is None


def test_a_call_deleted_under_an_open_form_gives_the_words_back(client, me):
    call = a_held_call(me, FACT)
    fields = outcome(call, "partly", "She named two of the three people who sign")
    to = address(call)
    call.customer.delete()
    page = client.post(to, fields)
    assert page.status_code == 404
    assert "She named two of the three people who sign" in text_of(page)


def test_a_contact_of_another_customer_is_not_taken(client, me):
    from tests.web.cast import a_contact, a_customer

    call = a_held_call(me, FACT)
    stray = a_contact(a_customer(me, "Elm Works"))
    page = save(client, call, **outcome(call), p0_text="sign", p0_who=stray.pk)
    assert "That person is no longer on this call." in text_of(page)
    assert not call.commitments.filter(contact=stray).exists()


def test_a_promise_of_another_call_is_not_changed(client, me):
    from callwright.web.debriefs.models import Commitment

    other = a_held_call(me)
    theirs = Commitment.objects.create(
        organization=me.organization, customer=other.customer, call=other, text="as it was"
    )
    call = a_held_call(me, FACT)
    save(client, call, **outcome(call), **{"p0-id": theirs.pk, "p0-text": "mine now"})
    theirs.refresh_from_db()
    assert (theirs.text, theirs.call) == ("as it was", other)
