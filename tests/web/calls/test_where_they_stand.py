"""Where the customer stands is said at the call, with a tap or two, and what is planned is looked at again for it."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_customer, an_opportunity
from tests.web.pages import plain

HTMX = {"HX-Request": "true"}


@pytest.fixture
def customer(me):
    return a_customer(me)


def stage(member, kind):
    from callwright.web.customers.models import Stage

    return Stage.objects.of(member).filter(kind=kind).get()


def say(client, call, headers=None, **fields):
    return client.post(f"/calls/{call.pk}/stage/", fields, headers=headers)


def test_the_calls_page_shows_the_stage_with_the_others_to_tap(client, me, customer):
    call = a_call(me, customer, opportunity=an_opportunity(customer, stage="needs"))
    page = client.get(f"/calls/{call.pk}/").content.decode()
    assert "Where they stand: Needs" in plain(page)
    assert re.search(rf'name="stage" value="{stage(me, "decision").pk}"', page)


def test_a_tap_moves_the_opportunity_keeps_the_way_and_comes_back(client, me, customer):
    deal = an_opportunity(customer, stage="needs")
    call = a_call(me, customer, opportunity=deal)
    answer = say(client, call, stage=stage(me, "concerns").pk, back_to=f"/calls/{call.pk}/")
    assert answer.headers["Location"] == f"/calls/{call.pk}/"
    deal.refresh_from_db()
    assert deal.stage.kind == "concerns"
    assert [change.called for change in deal.stage_changes.all()] == ["Concerns"]


@pytest.mark.parametrize("back_to", ["", "https://elsewhere.example/", "//elsewhere.example/"])
def test_without_a_way_back_of_ours_it_leads_to_the_plan(client, me, customer, back_to):
    call = a_call(me, customer, opportunity=an_opportunity(customer))
    answer = say(client, call, stage=stage(me, "concerns").pk, back_to=back_to)
    assert answer.headers["Location"] == f"/calls/{call.pk}/plan/"


def test_in_place_the_part_comes_back_and_says_that_the_stage_moved(client, me, customer):
    call = a_call(me, customer, opportunity=an_opportunity(customer, stage="needs"))
    answer = say(client, call, HTMX, stage=stage(me, "decision").pk)
    assert "Where they stand: Decision" in plain(answer.content.decode())
    assert "stage-moved" in answer.headers["HX-Trigger"]


@pytest.mark.parametrize(("typed", "called"), [("Payroll software", "Payroll software"), ("", "First order")])
def test_a_call_that_is_about_nothing_yet_gets_an_opportunity_at_that_stage(client, me, customer, typed, called):
    call = a_call(me, customer)
    say(client, call, stage=stage(me, "evaluation").pk, name=typed)
    call.refresh_from_db()
    assert (call.opportunity.name, call.opportunity.stage.kind) == (called, "evaluation")


def test_a_new_opportunity_is_called_as_the_product_of_the_call(client, me, customer):
    from callwright.web.customers.actions import add_product

    call = a_call(me, customer, product=add_product(name="Pay suite", by=me))
    say(client, call, stage=stage(me, "evaluation").pk)
    assert customer.opportunities.get().name == "Pay suite"


def test_where_there_are_opportunities_the_call_is_first_said_to_be_about_one(client, me, customer):
    call = a_call(me, customer)
    one, other = an_opportunity(customer, "Ovens", stage="needs"), an_opportunity(customer, "Trays")
    page = plain(client.get(f"/calls/{call.pk}/").content.decode())
    assert "What is this call about? Trays (Evaluation) Ovens (Needs)" in page
    say(client, call, opportunity=one.pk)
    call.refresh_from_db()
    assert call.opportunity == one
    assert other.calls.count() == 0


@pytest.mark.parametrize("fields", [{}, {"stage": "x"}, {"stage": "999999"}, {"opportunity": "999999"}])
def test_what_is_no_longer_there_changes_nothing_and_is_said(client, me, customer, fields):
    call = a_call(me, customer)
    answer = say(client, call, HTMX, **fields)
    assert "no longer there" in plain(answer.content.decode())
    assert "HX-Trigger" not in answer.headers
    assert not customer.opportunities.exists()


def test_a_strangers_stage_or_opportunity_is_not_there_to_be_taken(client, me, stranger, customer):
    call = a_call(me, customer)
    theirs = an_opportunity(a_customer(stranger))
    for fields in ({"stage": stage(stranger, "decision").pk}, {"opportunity": theirs.pk}):
        assert "no longer there" in plain(say(client, call, HTMX, **fields).content.decode())
    call.refresh_from_db()
    assert call.opportunity is None


def test_a_name_that_is_too_long_is_refused_in_words(client, me, customer):
    answer = say(client, a_call(me, customer), HTMX, stage=stage(me, "decision").pk, name="x" * 300)
    assert "300 characters" in plain(answer.content.decode())


@pytest.fixture
def heard():
    """The calls that those above are told of."""
    from callwright.web.calls.actions import call_changed

    found = []
    call_changed.connect(hear := lambda call, **_: found.append(call))
    yield found
    call_changed.disconnect(hear)


def test_those_above_hear_of_each_call_to_come_about_an_opportunity_that_moved(me, customer, heard):
    from callwright.web.customers.actions import move_stage

    deal = an_opportunity(customer)
    coming = a_call(me, customer, opportunity=deal)
    a_call(me, customer)
    a_call(me, customer, opportunity=deal, state="cancelled")
    a_call(me, customer, opportunity=deal, starts=timezone.now() - dt.timedelta(hours=1))
    move_stage(opportunity=deal, stage=stage(me, "decision"), by=me)
    assert heard == [coming]


def test_another_meaning_of_a_stage_reaches_the_calls_of_all_who_stand_there(me, customer, heard):
    from callwright.web.customers.actions import change_stage

    coming = a_call(me, customer, opportunity=an_opportunity(customer, stage="needs"))
    change_stage(stage=stage(me, "needs"), name="Discovery", kind="needs", by=me)
    assert heard == []
    change_stage(stage=stage(me, "needs"), name="Discovery", kind="evaluation", by=me)
    assert heard == [coming]


def test_a_verdict_that_is_kept_is_one_for_the_stage_that_they_came_to(me, customer):
    from callwright.web.customers.actions import move_stage
    from callwright.web.plans.actions import save_objective

    deal = an_opportunity(customer, stage="needs")
    call = a_call(me, customer, opportunity=deal)
    text = "The CFO agrees to a two-week pilot starting 1 December"
    objective = save_objective(call=call, position=1, version=0, text=text, by=me)
    assert objective.assessment["context"]["stage"] == "needs"
    move_stage(opportunity=deal, stage=stage(me, "decision"), by=me)
    objective.refresh_from_db()
    assert objective.assessment["context"]["stage"] == "decision"
