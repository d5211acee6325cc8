"""What a rep writes down of a customer is kept once, and says from when and from whom."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.web.cast import a_customer, an_opportunity


def test_the_same_name_is_the_same_customer_whatever_its_case_blanks_and_accents(me):
    from callwright.web.customers.actions import add_customer

    one = add_customer(name="Café Miramar", by=me)
    assert add_customer(name="  cafe   MIRAMAR ", by=me) == one
    assert one.name == "Café Miramar"


def test_a_name_that_another_organization_has_is_no_obstacle(me, stranger):
    from callwright.web.customers.actions import add_customer

    assert add_customer(name="Northfield Foods", by=me) != add_customer(name="Northfield Foods", by=stranger)


@pytest.mark.parametrize(("name", "says"), [("   ", "needs a name"), ("x" * 201, "201 characters")])
def test_a_customer_without_a_name_or_with_an_endless_one_is_refused_with_the_reason(me, name, says):
    from callwright.web.customers.actions import Refused, add_customer

    with pytest.raises(Refused, match=says):
        add_customer(name=name, by=me)


def test_somebody_named_twice_is_one_contact_and_what_was_blank_is_filled_in(me):
    from callwright.web.customers.actions import add_contact

    customer = a_customer(me)
    add_contact(customer=customer, name="Dana Reyes", title="CFO", by=me)
    one = add_contact(customer=customer, name="dana reyes", title="finance", role="pays", by=me)
    assert (one.title, one.role, customer.contacts.count()) == ("CFO", "pays", 1)


def test_what_was_learned_keeps_its_day_and_source(me):
    from callwright.web.customers.actions import learn

    known = learn(
        customer=a_customer(me),
        topic="money",
        text="Budget is set in May",
        source="the CFO",
        on=dt.date(2026, 3, 3),
        by=me,
    )
    assert (known.learned_on, known.source, known.get_topic_display()) == (dt.date(2026, 3, 3), "the CFO", "Money")


def test_what_was_learned_without_a_day_was_learned_today(me):
    from django.utils import timezone

    from callwright.web.customers.actions import learn

    assert learn(customer=a_customer(me), text="They move in spring", by=me).learned_on == timezone.localdate()


def test_an_opening_becomes_one_opportunity_however_often_it_is_asked_for(me):
    from callwright.web.customers.actions import note_opening, open_from

    customer = a_customer(me)
    opening = note_opening(customer=customer, text="The Leeds site asks for the same", by=me)
    assert open_from(opening=opening, by=me) == open_from(opening=opening, by=me)
    assert customer.opportunities.get().name == "The Leeds site asks for the same"


def test_the_currency_is_asked_once_then_the_last_one_is_taken(me):
    from callwright.web.customers.actions import add_opportunity

    customer = a_customer(me)
    add_opportunity(customer=customer, name="Pilot", amount=Decimal(1200), currency="eur", by=me)
    second = add_opportunity(customer=customer, name="Roll-out", amount=Decimal(90_000), by=me)
    assert second.currency == "EUR"


def test_nothing_of_mine_is_changed_by_somebody_from_elsewhere(me, stranger):
    from callwright.web.customers.actions import Refused, add_contact, change_customer, remove

    customer = a_customer(me)
    for attempt in (
        lambda: change_customer(customer=customer, name="Theirs", about="", by=stranger),
        lambda: add_contact(customer=customer, name="Dana Reyes", by=stranger),
        lambda: remove(row=customer, by=stranger),
    ):
        with pytest.raises(Refused, match="another organization"):
            attempt()


def test_a_stage_of_another_organization_cannot_be_taken(me, stranger):
    from callwright.web.customers.actions import Refused, move_stage
    from callwright.web.customers.models import Stage

    with pytest.raises(Refused):
        move_stage(opportunity=an_opportunity(a_customer(me)), stage=Stage.objects.of(stranger)[0], by=me)
