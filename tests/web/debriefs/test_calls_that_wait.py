"""Calls past their end wait to be debriefed; those of which there is little to say are cleared at once."""

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.cast import a_call, a_customer
from tests.web.debriefs.telling import FACT, a_held_call, kept, outcome, save, text_of

LIST = "/calls/to-debrief/"


def waiting(me):
    from callwright.web.debriefs.queries import to_debrief

    return to_debrief(me, timezone.now())


def test_a_call_waits_from_its_end_on_until_it_is_saved(client, me):
    over = a_held_call(me, FACT)
    a_call(me, over.customer)
    a_call(me, over.customer, starts=timezone.now() - dt.timedelta(minutes=5))
    assert waiting(me) == [over]
    client.get(reverse("debrief", args=[over.pk]))
    assert waiting(me) == [over]
    save(client, over, **outcome(over))
    assert waiting(me) == []


def test_the_latest_comes_first(me):
    customer = a_customer(me)
    calls = [a_held_call(me, customer=customer, contacts=[], ago=dt.timedelta(hours=hours)) for hours in (9, 2, 30)]
    assert waiting(me) == [calls[1], calls[0], calls[2]]


@pytest.fixture
def three(me):
    customer = a_customer(me)
    return [a_held_call(me, customer=customer, contacts=[], ago=dt.timedelta(hours=hours)) for hours in (2, 4, 6)]


def test_several_that_did_not_take_place_are_cleared_at_once(client, me, three):
    page = client.post(LIST, {"call": [three[0].pk, three[1].pk], "how": "not_held"}, follow=True)
    assert [kept(call).state for call in three] == ["cancelled", "cancelled", "planned"]
    assert waiting(me) == [three[2]]
    assert "2 calls cleared." in text_of(page)


def test_nothing_to_record_clears_without_a_result(client, me, three):
    client.post(LIST, {"all": "on", "shown": [call.pk for call in three], "how": "nothing"})
    assert waiting(me) == []
    assert {kept(call).debrief.result for call in three} == {""}


@pytest.mark.parametrize("result", ["order", "advance", "continuation", "no_sale"])
def test_one_result_for_several(client, me, three, result):
    client.post(LIST, {"call": [call.pk for call in three], "how": result})
    assert {kept(call).debrief.result for call in three} == {result}
    assert waiting(me) == []


@pytest.mark.parametrize("how", ["not_held", "nothing", "continuation"])
def test_clearing_is_undone_with_one_tap(client, me, three, how):
    client.post(LIST, {"call": [call.pk for call in three], "how": how})
    client.post("/calls/to-debrief/back/", {"call": [call.pk for call in three]})
    assert waiting(me) == three


def test_undoing_leaves_a_real_debrief_alone(client, me):
    call = a_held_call(me, FACT)
    save(client, call, **outcome(call))
    page = client.post("/calls/to-debrief/back/", {"call": call.pk}, follow=True)
    assert "written down" in text_of(page)
    assert kept(call).debrief.saved_at


def test_nothing_marked_is_named_and_changes_nothing(client, me, three):
    page = client.post(LIST, {"how": "nothing"})
    assert "Mark the calls first." in text_of(page)
    assert len(waiting(me)) == 3


def test_a_call_to_come_is_not_cleared(client, me):
    call = a_call(me)
    page = client.post(LIST, {"call": call.pk, "how": "nothing"})
    assert "still to come" in text_of(page)
    assert kept(call).debriefed_at is None


def test_an_empty_list_says_what_it_is_for(client, me):
    assert "Nothing waits." in text_of(client.get(LIST))


def test_what_was_begun_survives_the_clearing_and_its_undoing(client, me):
    call = a_held_call(me, FACT)
    client.post(reverse("debrief-so-far", args=[call.pk]), {"money": "None left"})
    client.post(LIST, {"call": call.pk, "how": "nothing"})
    page = client.get(reverse("debrief", args=[call.pk]))
    assert "You began to change this" in text_of(page)
    client.post("/calls/to-debrief/back/", {"call": call.pk})
    assert waiting(me) == [call]
    assert "None left" in text_of(client.get(reverse("debrief", args=[call.pk])))
