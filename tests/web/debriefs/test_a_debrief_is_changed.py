"""A saved debrief can be changed; what was accepted is not doubled; a half-filled one is not lost."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web.debriefs.telling import FACT, a_deal, a_held_call, address, kept, outcome, save, text_of


@pytest.fixture
def told(client, me):
    customer, deal = a_deal(me)
    call = a_held_call(me, FACT, customer=customer, opportunity=deal)
    save(client, call, **fields(call))
    return call


def fields(call, **more):
    tomorrow = timezone.localdate() + dt.timedelta(days=1)
    learned = {"decides": "The board", "opening": "The Leeds site"}
    return {**outcome(call), "p0-text": "mail the contract", "p0-by": tomorrow.isoformat(), **learned, **more}


def again(client, call, **more):
    """Saves it once more, from a page that shows what was saved."""
    call = kept(call)
    promise = call.commitments.first()
    seen = {"seen": call.debrief.saved_at.isoformat(), "p0-id": promise.pk if promise else ""}
    return save(client, call, **fields(call, **{**seen, **more}))


def test_the_form_shows_what_was_saved(client, told):
    page = client.get(address(told), {"change": ""}).content.decode()
    assert 'value="mail the contract"' in page
    assert "The Leeds site" in page
    [tapped] = re.findall(r"<input[^>]*-outcome[^>]* checked[^>]*>", page)
    assert 'value="accomplished"' in tapped


def test_saved_again_all_is_accepted_once(client, told):
    client.post(address(told, "consequences"))
    again(client, told)
    call = kept(told)
    customer = call.customer
    assert call.commitments.count() == 1
    assert {one.state for one in call.debrief.consequences.all()} == {"accepted"}
    assert (customer.knowledge.count(), customer.openings.count(), customer.calls.count()) == (1, 1, 2)


def test_other_words_for_what_was_accepted_are_offered_and_change_it(client, told):
    client.post(address(told, "consequences"))
    again(client, told, decides="The board, on the CFO's word")
    offered = kept(told).debrief.consequences.get(state="offered")
    client.post(address(told, "consequence", offered.pk), {"answer": "accept"})
    assert [one.text for one in kept(told).customer.knowledge.all()] == ["The board, on the CFO's word"]


def test_what_was_declined_is_not_asked_again(client, told):
    for one in kept(told).debrief.consequences.all():
        client.post(address(told, "consequence", one.pk), {"answer": "decline"})
    again(client, told)
    assert not kept(told).debrief.consequences.filter(state="offered").exists()


def test_a_promise_is_changed_or_taken_out(client, told):
    again(client, told, **{"p0-text": "sign the contract"})
    assert kept(told).commitments.get().text == "sign the contract"
    again(client, told, **{"p0-text": ""})
    assert not kept(told).commitments.exists()


def test_who_promised_stays_when_they_are_taken_off_the_call(client, told):
    from tests.web.cast import a_contact

    dana = told.contacts.get()
    told.contacts.set([a_contact(told.customer, "Sam Cole")])
    assert "Dana Reyes" in text_of(client.get(address(told), {"change": ""}))
    again(client, told, **{"p0-who": dana.pk})
    assert kept(told).commitments.get().contact == dana


def test_a_promise_that_was_settled_stays_settled(client, told):
    told.commitments.update(state="kept", settled_on=timezone.localdate())
    again(client, told)
    assert kept(told).commitments.get().state == "kept"


def test_one_that_was_saved_in_another_window_is_not_overwritten_unasked(client, told):
    page = save(client, told, **fields(told, decides="Somebody else"))
    assert "saved in another window" in text_of(page)
    assert "Somebody else" in text_of(page)
    assert kept(told).debrief.learned["decides"] == "The board"


def test_beside_mine_stands_what_was_saved_in_the_other_window(client, told):
    words = text_of(save(client, told, **fields(told, decides="Somebody else", **outcome(told, "not"))))
    shown = words[words.index("saved in another window") : words.index("What shows it?")]
    for theirs in ("Advance", "Accomplished", "mail the contract", "The board", "The Leeds site"):
        assert theirs in shown
    assert "Somebody else" not in shown


def test_pressing_save_once_more_puts_mine_in_its_place(client, told):
    page = save(client, told, **fields(told, decides="Somebody else"))
    [seen] = re.findall(r'name="seen" value="([^"]+)"', page.content.decode())
    save(client, told, **fields(told, decides="Somebody else", seen=seen))
    assert kept(told).debrief.learned["decides"] == "Somebody else"
    assert kept(told).commitments.count() == 1


def test_pressing_save_twice_saves_once_without_a_word(client, told):
    page = save(client, told, **fields(told))
    assert "What follows" in text_of(page)
    assert kept(told).commitments.count() == 1


def test_what_was_typed_is_kept_by_the_server_until_it_is_saved(client, me):
    call = a_held_call(me, FACT)
    key = call.objectives.get().pk
    client.post(address(call, "debrief-so-far"), {f"o{key}-evidence": "She wrote it down", "money": "None left"})
    page = client.get(address(call)).content.decode()
    assert "She wrote it down" in page
    assert "None left" in page
    assert kept(call).debrief.saved_at is None
    assert kept(call).debriefed_at is None
    save(client, call, **outcome(call))
    assert kept(call).debrief.draft is None


def test_the_result_is_proposed_while_one_answers(client, me):
    call = a_held_call(me, FACT)
    page = client.post(address(call, "debrief-so-far"), {"p0-text": "sign", "p0-by": "2031-01-01"})
    assert text_of(page).startswith("This looks like an advance : they act, with a date.")
    page = client.post(address(call, "debrief-so-far"), {"result": "order"})
    assert text_of(page).startswith("You say: an order .")


def test_a_draft_that_comes_late_does_not_undo_the_saving(client, told):
    client.post(address(told, "debrief-so-far"), {"money": "None left"})
    assert kept(told).debrief.draft is None


def test_pressing_save_twice_states_an_objective_once(client, me):
    call = a_held_call(me)
    said = {"afterwards": FACT, "a-outcome": "accomplished", "a-evidence": "The board"}
    save(client, call, **said)
    page = save(client, call, **said)
    assert "What follows" in text_of(page)
    assert [(one.text, one.evidence) for one in call.objectives.all()] == [(FACT, "The board")]


def test_words_on_an_objective_that_was_taken_out_meanwhile_are_named(client, me):
    call = a_held_call(me, FACT)
    sent = outcome(call, "partly", "She named two of three")
    call.objectives.all().delete()
    page = save(client, call, **sent)
    assert "You had written of it: “She named two of three”" in text_of(page)
    assert kept(call).debrief.saved_at is None
    save(client, call)
    assert kept(call).debrief.saved_at


def test_what_was_learned_on_other_topics_stays(client, told):
    debrief = kept(told).debrief
    debrief.learned = {**debrief.learned, "timing": "Nothing before stocktaking"}
    debrief.save()
    assert "Nothing before stocktaking" in text_of(client.get(address(told), {"change": ""}))
    again(client, told, timing="Nothing before stocktaking")
    assert kept(told).debrief.learned == {"decides": "The board", "timing": "Nothing before stocktaking"}


def test_what_was_typed_while_the_call_was_cancelled_comes_back_with_it(client, me):
    call = a_held_call(me, FACT)
    client.get(address(call))
    sent = outcome(call, "partly", "She named two of three")
    type(call).objects.filter(pk=call.pk).update(state="cancelled")
    page = save(client, call, **sent)
    assert "What you had written is kept" in text_of(page)
    client.post("/calls/to-debrief/back/", {"call": call.pk})
    assert "She named two of three" in client.get(address(call)).content.decode()


def test_of_a_call_that_was_cancelled_before_anybody_looked_there_is_no_draft(client, me):
    call = a_held_call(me, FACT, state="cancelled")
    assert client.post(address(call, "debrief-so-far"), {"money": "None left"}).status_code == 404


def test_more_than_a_debrief_holds_stays_in_the_browser(client, me):
    call = a_held_call(me, FACT)
    answer = client.post(address(call, "debrief-so-far"), {f"p{place}-text": "x" * 2000 for place in range(21)})
    assert answer.status_code == 413
    assert kept(call).debrief.draft is None
