"""What follows from a debrief: offered, accepted or declined with a tap, never written twice."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.cast import a_call, an_objective
from tests.web.debriefs.telling import BUY, FACT, PILOT, a_deal, a_held_call, address, kept, outcome, save, text_of


def offers(call):
    return {one.kind: one for one in kept(call).debrief.consequences.all()}


def answer(client, call, kind, said="accept", **changed):
    return client.post(address(call, "consequence", offers(call)[kind].pk), {"answer": said, **changed}, follow=True)


@pytest.fixture
def told(client, me):
    """A call after which everything follows."""
    customer, deal = a_deal(me)
    call = a_held_call(me, FACT, customer=customer, opportunity=deal)
    friday = timezone.localdate() + dt.timedelta(days=2)
    everything = {"decides": "The board, in January", "opening": "The Leeds site has the same trouble"}
    save(client, call, **outcome(call), p0_text="mail the contract", p0_by=friday.isoformat(), **everything)
    return call


def test_nothing_is_changed_before_a_person_accepts(told):
    assert sorted(offers(told)) == ["knowledge", "next_call", "opportunity", "stage"]
    customer = kept(told).customer
    assert customer.opportunities.get().stage.kind == "evaluation"
    assert not customer.knowledge.exists()
    assert not customer.openings.exists()
    assert customer.calls.count() == 1


def test_after_an_advance_the_stage_moves_on_when_accepted(client, told):
    answer(client, told, "stage")
    deal = kept(told).customer.opportunities.get()
    assert deal.stage.kind == "concerns"
    assert deal.stage_changes.get().why == "They act, with a date."


def test_another_stage_can_be_chosen_first(client, me, told):
    from callwright.web.customers.models import Stage

    decision = Stage.objects.of(me).get(kind="decision")
    page = answer(client, told, "stage", stage=decision.pk)
    assert kept(told).customer.opportunities.get().stage == decision
    assert "Decision" in text_of(page)


def test_an_order_makes_a_customer_and_wins_the_sale(client, me):
    customer, deal = a_deal(me, "decision")
    call = a_held_call(me, BUY, customer=customer, opportunity=deal)
    save(client, call, **outcome(call))
    assert kept(call).debrief.result == "order"
    answer(client, call, "stage")
    deal.refresh_from_db()
    assert (deal.stage.kind, deal.state) == ("customer", "won")


@pytest.mark.parametrize("said", [{"refused": "on"}, {}])
def test_without_a_step_of_theirs_no_stage_is_proposed(client, me, said):
    customer, deal = a_deal(me)
    call = a_held_call(me, FACT, customer=customer, opportunity=deal)
    save(client, call, **outcome(call, "not"), **said)
    assert "stage" not in offers(call)


def test_what_was_learned_is_kept_with_date_and_source(client, told):
    answer(client, told, "knowledge")
    known = kept(told).customer.knowledge.get()
    assert (known.topic, known.text) == ("decides", "The board, in January")
    assert known.learned_on == timezone.localdate(told.starts)
    assert known.source.startswith("Call of ")


def test_something_else_to_sell_becomes_an_opportunity(client, told):
    answer(client, told, "opportunity")
    opening = kept(told).customer.openings.get()
    assert opening.text == "The Leeds site has the same trouble"
    assert opening.opportunity.name == opening.text


def test_the_next_call_is_planned_after_the_last_promise_with_what_was_left_open(client, told):
    page = answer(client, told, "next_call")
    call = kept(told).customer.calls.exclude(pk=told.pk).get()
    due = told.commitments.get().due
    assert timezone.localdate(call.starts) > due
    assert timezone.localdate(call.starts).weekday() < 5
    assert timezone.localtime(call.starts).time().hour == timezone.localtime(told.starts).time().hour
    assert list(call.contacts.all()) == list(told.contacts.all())
    objective = call.objectives.get()
    assert "mail the contract, as promised" in objective.text
    assert objective.assessment
    assert "Its plan" in text_of(page)


def test_its_words_and_its_time_can_be_changed_first(client, told):
    when = timezone.localdate() + dt.timedelta(days=9)
    answer(client, told, "next_call", text=PILOT, starts=f"{when}T09:30")
    call = kept(told).customer.calls.exclude(pk=told.pk).get()
    assert timezone.localtime(call.starts).isoformat().startswith(f"{when}T09:30")
    assert call.objectives.get().text == PILOT


def test_a_time_that_is_none_is_named_and_the_words_stay(client, told):
    page = answer(client, told, "next_call", text="My own words", starts="whenever")
    assert "Write date and time as in 2026-12-01 14:00." in text_of(page)
    assert "My own words" in text_of(page)
    assert kept(told).customer.calls.count() == 1


def test_a_call_that_is_in_the_calendar_already_is_given_the_objective(client, me):
    call = a_held_call(me, FACT)
    planned = a_call(me, call.customer)
    save(client, call, **outcome(call))
    answer(client, call, "next_call")
    assert planned.objectives.count() == 1
    assert call.customer.calls.count() == 2


def test_a_day_that_has_passed_meanwhile_is_named(client, me):
    call = a_held_call(me, FACT)
    save(client, call, **outcome(call))
    yesterday = timezone.localdate() - dt.timedelta(days=1)
    page = answer(client, call, "next_call", starts=f"{yesterday}T09:30")
    assert "That day has passed meanwhile" in text_of(page)
    assert call.customer.calls.count() == 1


def test_an_objective_written_meanwhile_is_not_written_over(client, me):
    call = a_held_call(me, FACT)
    planned = a_call(me, call.customer)
    save(client, call, **outcome(call))
    an_objective(planned, PILOT)
    assert "has an objective by now" in text_of(answer(client, call, "next_call"))
    assert planned.objectives.get().text == PILOT


def test_where_the_next_call_has_an_objective_nothing_is_offered_for_it(client, me):
    call = a_held_call(me, FACT)
    an_objective(a_call(me, call.customer))
    save(client, call, **outcome(call))
    assert "next_call" not in offers(call)


def test_an_objective_that_was_left_open_is_taken_along(client, me):
    customer, deal = a_deal(me)
    call = a_held_call(me, FACT, customer=customer, opportunity=deal)
    save(client, call, **outcome(call, "not"))
    assert offers(call)["next_call"].offered["text"] == FACT


def test_accepting_twice_writes_once(client, told):
    for kind in ("knowledge", "opportunity", "next_call", "stage"):
        answer(client, told, kind)
        answer(client, told, kind)
    customer = kept(told).customer
    assert (customer.knowledge.count(), customer.openings.count(), customer.calls.count()) == (1, 1, 2)


def test_one_tap_accepts_all(client, told):
    client.post(address(told, "consequences"))
    assert {one.state for one in offers(told).values()} == {"accepted"}


def test_a_declined_offer_writes_nothing_and_can_be_taken_back(client, told):
    answer(client, told, "knowledge", "decline")
    assert not kept(told).customer.knowledge.exists()
    answer(client, told, "knowledge", "again")
    answer(client, told, "knowledge")
    assert kept(told).customer.knowledge.count() == 1


def test_an_offer_that_was_replaced_meanwhile_is_named(client, told):
    old = offers(told)["knowledge"].pk
    kept(told).debrief.consequences.all().delete()
    page = client.post(address(told, "consequence", old), {"answer": "accept"})
    assert "This offer has changed meanwhile" in text_of(page)


def test_an_opportunity_that_is_gone_is_named(client, told):
    kept(told).customer.opportunities.all().delete()
    page = answer(client, told, "stage")
    assert page.status_code == 200
    assert "no longer there" in text_of(page)


def test_what_was_accepted_can_be_taken_back(client, told):
    client.post(address(told, "consequences"))
    for kind in ("stage", "knowledge", "opportunity", "next_call"):
        answer(client, told, kind, "undo")
    customer = kept(told).customer
    assert {one.state for one in offers(told).values()} == {"offered"}
    assert customer.opportunities.get().stage.kind == "evaluation"
    assert (customer.knowledge.count(), customer.openings.count()) == (0, 0)
    assert list(customer.calls.filter(state="planned")) == [kept(told)]


def test_what_was_taken_back_can_be_accepted_again(client, told):
    for said in ("accept", "undo", "accept"):
        for kind in ("stage", "knowledge", "opportunity", "next_call"):
            answer(client, told, kind, said)
    customer = kept(told).customer
    assert customer.opportunities.get(name="Payroll software").stage.kind == "concerns"
    assert (customer.knowledge.count(), customer.openings.count()) == (1, 1)
    assert customer.calls.filter(state="planned").count() == 2


def test_an_order_that_is_taken_back_opens_the_sale_again(client, me):
    customer, deal = a_deal(me, "decision")
    call = a_held_call(me, BUY, customer=customer, opportunity=deal)
    save(client, call, **outcome(call))
    answer(client, call, "stage")
    answer(client, call, "stage", "undo")
    deal.refresh_from_db()
    assert (deal.stage.kind, deal.state) == ("decision", "open")


def worked_on(call, kind):
    """Somebody goes on with what was accepted."""
    customer = call.customer
    if kind == "stage":
        deal = customer.opportunities.get(name="Payroll software")
        deal.stage = None
        deal.save()
    elif kind == "next_call":
        customer.calls.exclude(pk=call.pk).get().objectives.update(version=7, text="My own words")
    elif kind == "knowledge":
        customer.knowledge.update(text="The board, in February")
    else:
        customer.opportunities.exclude(name="Payroll software").update(amount=9000)


@pytest.mark.parametrize("kind", ["stage", "knowledge", "opportunity", "next_call"])
def test_what_somebody_has_worked_on_since_is_not_taken_back(client, told, kind):
    client.post(address(told, "consequences"))
    worked_on(kept(told), kind)
    page = answer(client, told, kind, "undo")
    assert "since." in text_of(page)
    assert offers(told)[kind].state == "accepted"


def test_an_objective_that_was_given_to_a_call_in_the_calendar_is_taken_out_of_it(client, me):
    call = a_held_call(me, FACT)
    planned = a_call(me, call.customer)
    save(client, call, **outcome(call))
    answer(client, call, "next_call")
    answer(client, call, "next_call", "undo")
    planned.refresh_from_db()
    assert planned.state == "planned"
    assert not planned.objectives.exists()


def test_what_was_found_out_is_offered_as_known(client, me):
    call = a_held_call(me, FACT)
    save(client, call, **outcome(call, "accomplished", "The board, in January"))
    answer(client, call, "knowledge")
    known = kept(call).customer.knowledge.get()
    assert known.text == "Who signs the contract at Northfield: The board, in January"


@pytest.mark.parametrize(("came", "line"), [("not", FACT), ("accomplished", PILOT)])
def test_what_shows_anything_else_is_no_knowledge(client, me, came, line):
    call = a_held_call(me, line)
    save(client, call, **outcome(call, came, "She said so"))
    assert "knowledge" not in offers(call)


def test_words_can_be_changed_before_they_are_kept_and_are_shown_as_kept(client, told):
    page = answer(client, told, "knowledge", text="The board, on 12 January")
    assert kept(told).customer.knowledge.get().text == "The board, on 12 January"
    assert "The board, on 12 January" in text_of(page)


def test_with_words_of_ones_own_the_fallback_of_others_is_left_out(client, told):
    answer(client, told, "next_call", text=PILOT)
    objective = kept(told).customer.calls.exclude(pk=told.pk).get().objectives.get()
    assert (objective.text, objective.fallback, objective.measure) == (PILOT, "", "")


def test_the_next_call_is_planned_for_those_who_made_this_one(client, me):
    from callwright.web.accounts.models import Member, Person

    kim = Member.objects.create(organization=me.organization, person=Person.objects.create(username="kim"))
    call = a_held_call(kim, FACT)
    call.joined.add(me)
    save(client, call, **outcome(call))
    answer(client, call, "next_call")
    following = kept(call).customer.calls.exclude(pk=call.pk).get()
    assert following.member == kim
    assert list(following.joined.all()) == [me]


def test_a_call_that_has_begun_meanwhile_is_given_no_objective(client, me):
    call = a_held_call(me, FACT)
    planned = a_call(me, call.customer)
    save(client, call, **outcome(call))
    planned.starts = timezone.now() - dt.timedelta(minutes=1)
    planned.save()
    assert "has begun meanwhile" in text_of(answer(client, call, "next_call"))
    assert not planned.objectives.exists()


def test_a_stage_that_no_longer_follows_is_named(client, told):
    answer(client, told, "stage")
    said = "You have said otherwise since."
    assert said not in text_of(client.get(address(told)))
    seen = kept(told).debrief.saved_at.isoformat()
    save(client, told, **outcome(told, "not"), seen=seen)
    assert kept(told).debrief.result == "continuation"
    assert said in text_of(client.get(address(told)))
