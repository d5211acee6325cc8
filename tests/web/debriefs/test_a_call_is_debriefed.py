"""Half a minute after the call: what came of it, what they will do by when, and one Save."""

import datetime as dt

from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_objective
from tests.web.debriefs.telling import FACT, PILOT, a_held_call, address, kept, outcome, save, text_of


def test_one_tap_and_save_are_enough(client, me):
    call = a_held_call(me, PILOT)
    page = save(client, call, **outcome(call))
    call = kept(call)
    assert call.objectives.get().outcome == "accomplished"
    assert call.debrief.saved_at
    assert call.debriefed_at == call.debrief.saved_at
    assert "Advance" in text_of(page)


def test_all_that_is_told_is_kept(client, me):
    call = a_held_call(me, FACT, PILOT)
    friday = timezone.localdate() + dt.timedelta(days=3)
    save(
        client,
        call,
        **outcome(call, "partly", "She named two of three"),
        **outcome(call, "not", place=1),
        p0_text="mail the contract",
        p0_by=friday.isoformat(),
        p1_text="ask IT for the data sheet",
        decides="The board, in January",
        money="20,000 are in the budget",
        opening="The Leeds site has the same trouble",
        minutes_taken="25",
    )
    debrief = kept(call).debrief
    assert [(one.outcome, one.evidence) for one in call.objectives.all()] == [
        ("partly", "She named two of three"),
        ("not", ""),
    ]
    told = [(one.text, one.due, one.contact.name, one.state) for one in call.commitments.order_by("pk")]
    assert told == [
        ("mail the contract", friday, "Dana Reyes", "open"),
        ("ask IT for the data sheet", None, "Dana Reyes", "open"),
    ]
    assert debrief.learned == {"decides": "The board, in January", "money": "20,000 are in the budget"}
    assert (debrief.opening, debrief.minutes_taken) == ("The Leeds site has the same trouble", 25)
    assert (debrief.result, debrief.proposed) == ("advance", "advance")


def test_without_an_act_that_has_a_date_it_is_a_continuation(client, me):
    call = a_held_call(me, FACT)
    page = save(client, call, **outcome(call), p0_text="think about it")
    assert kept(call).debrief.result == "continuation"
    assert "that is no step of theirs yet" in text_of(page)


def test_a_day_in_the_words_counts(client, me):
    call = a_held_call(me, FACT)
    save(client, call, **outcome(call), p0_text="mail the contract tomorrow", p0_by="")
    assert call.commitments.get().due == timezone.localdate(call.starts) + dt.timedelta(days=1)
    assert kept(call).debrief.result == "advance"


def test_another_day_is_picked_from_the_calendar(client, me):
    call = a_held_call(me, FACT)
    day = timezone.localdate() + dt.timedelta(days=40)
    save(client, call, **outcome(call), p0_text="mail the contract", p0_on=day.isoformat())
    assert call.commitments.get().due == day


def test_a_refusal_is_no_sale(client, me):
    call = a_held_call(me, FACT)
    save(client, call, **outcome(call, "not"), refused="on")
    assert kept(call).debrief.result == "no_sale"


def test_the_rep_may_say_otherwise_and_both_are_kept(client, me):
    call = a_held_call(me, FACT)
    page = save(client, call, **outcome(call), result="order")
    debrief = kept(call).debrief
    assert (debrief.result, debrief.proposed) == ("order", "continuation")
    assert "Order , as you say" in text_of(page)


def test_opening_it_before_the_start_freezes_the_plan(client, me):
    call = a_call(me, starts=timezone.now() + dt.timedelta(hours=1))
    an_objective(call, PILOT)
    client.get(address(call))
    call = kept(call)
    assert call.frozen_at < call.starts
    assert call.objectives.get().frozen.text == PILOT


def test_opened_later_the_plan_is_frozen_as_of_the_start(client, me):
    call = a_held_call(me, PILOT)
    client.get(address(call))
    assert kept(call).frozen_at == call.starts


def test_the_outcome_is_held_against_the_words_as_frozen(client, me):
    from callwright.web.plans.actions import freeze

    call = a_held_call(me, PILOT)
    freeze(call=call, at=call.starts)
    call.objectives.update(text="The CFO is friendly")
    page = text_of(client.get(address(call)))
    assert PILOT in page
    assert "Changed afterwards to: The CFO is friendly" in page


def test_an_objective_stated_only_now_is_marked_and_kept_apart(client, me):
    call = a_held_call(me)
    assert "No objective was stated before this call" in text_of(client.get(address(call)))
    page = save(client, call, afterwards=FACT, **{"a-outcome": "accomplished", "a-evidence": "The CFO does"})
    stated = call.objectives.get()
    assert (stated.stated_afterwards, stated.outcome, stated.evidence) == (True, "accomplished", "The CFO does")
    assert not hasattr(stated, "frozen")
    assert "stated afterwards" in text_of(page)


def test_a_call_without_objective_can_be_debriefed(client, me):
    call = a_held_call(me)
    save(client, call, p0_text="send the list by Friday")
    assert kept(call).debrief.result == "advance"


def test_who_will_do_it_is_asked_only_where_several_attended(client, me):
    customer = a_customer(me)
    people = [a_contact(customer), a_contact(customer, "Sam Cole", "IT lead")]
    call = a_held_call(me, FACT, customer=customer, contacts=people)
    assert "Sam Cole (IT lead)" in text_of(client.get(address(call)))
    save(client, call, **outcome(call), p0_text="send the data sheet", p0_who=people[1].pk)
    assert call.commitments.get().contact == people[1]


def test_a_cancelled_call_has_nothing_to_debrief_until_it_is_brought_back(client, me):
    call = a_held_call(me, FACT, state="cancelled")
    assert "This call was cancelled" in text_of(client.get(address(call)))
    client.post("/calls/to-debrief/back/", {"call": call.pk})
    assert "What shows it?" in text_of(client.get(address(call)))


def test_what_was_wanted_all_along_counts_for_the_result_when_it_is_said_only_now(client, me):
    call = a_held_call(me)
    said = {"afterwards": "The CFO signs the order for 20 seats", "a-outcome": "accomplished"}
    assert "an order" in text_of(client.post(address(call, "debrief-so-far"), said))
    save(client, call, **said)
    debrief = kept(call).debrief
    assert (debrief.result, debrief.proposed) == ("order", "order")


def test_one_stated_afterwards_takes_the_place_that_is_free(client, me):
    call = a_held_call(me)
    an_objective(call, FACT, position=2)
    save(client, call, **outcome(call), afterwards=PILOT, **{"a-outcome": "not"})
    assert [one.text for one in call.objectives.all()] == [PILOT, FACT]


def test_the_day_that_the_words_name_is_shown(client, me):
    call = a_held_call(me, FACT)
    page = text_of(client.post(address(call, "debrief-so-far"), {"p0-text": "mail it by tomorrow"}))
    assert "as written t" in page  # today or tomorrow, as the call was today or before midnight
    assert "as written" not in text_of(client.post(address(call, "debrief-so-far"), {"p0-text": "mail it"}))


def test_whose_call_it_is_stands_above(client, me):
    from callwright.web.accounts.models import Member, Person

    kim = Member.objects.create(organization=me.organization, person=Person.objects.create(username="kim"))
    mine = a_held_call(me, FACT)
    assert "kim" not in text_of(client.get(address(mine)))
    mine.joined.add(kim)
    assert "with kim" in text_of(client.get(address(mine)))
    hers = a_held_call(kim, customer=mine.customer, contacts=[])
    hers.joined.add(me)
    assert "kim’s call" in text_of(client.get(address(hers)))
