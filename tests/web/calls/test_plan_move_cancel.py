"""A call is planned with customer, time, minutes and people; it may move or be cancelled; nothing is lost by that."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_opportunity

TOMORROW = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
YESTERDAY = dt.datetime.now(dt.UTC) - dt.timedelta(days=1)


def test_customer_and_time_are_enough(me):
    from callwright.web.calls.actions import plan_call

    call = plan_call(customer=a_customer(me), starts=TOMORROW, by=me)
    assert (call.member, call.minutes, call.unplanned, call.opportunity) == (me, 30, False, None)


def test_the_one_open_opportunity_is_taken_and_two_are_left_to_choose(me):
    from callwright.web.calls.actions import plan_call

    customer = a_customer(me)
    only = an_opportunity(customer)
    an_opportunity(customer, "An old one", state="lost")
    assert plan_call(customer=customer, starts=TOMORROW, by=me).opportunity == only
    an_opportunity(customer, "A second one")
    assert plan_call(customer=customer, starts=TOMORROW, by=me).opportunity is None


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_minutes_out_of_range_are_refused_in_words(me, minutes):
    from callwright.web.calls.actions import CallRefused, plan_call

    with pytest.raises(CallRefused, match="from 1 to 1440"):
        plan_call(customer=a_customer(me), starts=TOMORROW, minutes=minutes, by=me)


def test_a_customer_of_another_organization_is_refused(me, stranger):
    from callwright.web.calls.actions import CallRefused, plan_call

    with pytest.raises(CallRefused, match="no longer there"):
        plan_call(customer=a_customer(stranger), starts=TOMORROW, by=me)


def test_people_of_another_customer_are_refused(me):
    from callwright.web.calls.actions import CallRefused, plan_call

    other = a_contact(a_customer(me, "Elm Works"))
    with pytest.raises(CallRefused, match="not at Northfield Foods"):
        plan_call(customer=a_customer(me), starts=TOMORROW, contacts=[other], by=me)


def test_a_call_that_was_never_planned_is_logged_afterwards(me):
    from callwright.web.calls.actions import CallRefused, log_call

    assert log_call(customer=a_customer(me), starts=YESTERDAY, by=me).unplanned
    with pytest.raises(CallRefused, match="still to come"):
        log_call(customer=a_customer(me, "Elm Works"), starts=TOMORROW, by=me)


def test_a_moved_call_remembers_where_it_stood(me):
    from callwright.web.calls.actions import move_call

    call = a_call(me, starts=TOMORROW)
    moved = move_call(call=call, starts=TOMORROW + dt.timedelta(hours=2), by=me)
    assert (moved.moved_from, moved.starts) == (TOMORROW, TOMORROW + dt.timedelta(hours=2))


def test_apps_above_hear_of_a_move_before_it_happens(me):
    from callwright.web.calls import actions

    heard = []
    actions.call_moving.connect(before := lambda call, **_: heard.append(call.starts))
    try:
        actions.move_call(call=a_call(me, starts=TOMORROW), starts=YESTERDAY, by=me)
    finally:
        actions.call_moving.disconnect(before)
    assert heard == [TOMORROW]


def test_a_cancelled_call_leaves_the_day_and_can_come_back(me):
    from callwright.web.calls.actions import cancel_call, revive_call
    from callwright.web.calls.queries import on_days

    call = a_call(me, starts=TOMORROW)
    day = timezone.localdate(TOMORROW)
    cancel_call(call=call, by=me)
    assert list(on_days(me, day, day)) == []
    revive_call(call=call, by=me)
    assert list(on_days(me, day, day)) == [call]


def test_what_was_debriefed_stays_where_it_is(me):
    from callwright.web.calls.actions import CallRefused, cancel_call, move_call

    call = a_call(me, starts=YESTERDAY, debriefed_at=timezone.now())
    with pytest.raises(CallRefused, match="written down"):
        move_call(call=call, starts=TOMORROW, by=me)
    with pytest.raises(CallRefused, match="written down"):
        cancel_call(call=call, by=me)


def test_nothing_of_mine_is_moved_changed_or_cancelled_by_somebody_from_elsewhere(me, stranger):
    from callwright.web.calls.actions import CallRefused, cancel_call, change_call, move_call, revive_call

    call = a_call(me, starts=TOMORROW)
    for attempt in (
        lambda: move_call(call=call, starts=YESTERDAY, by=stranger),
        lambda: change_call(call=call, minutes=45, by=stranger),
        lambda: cancel_call(call=call, by=stranger),
        lambda: revive_call(call=call, by=stranger),
    ):
        with pytest.raises(CallRefused, match="no longer there"):
            attempt()
    call.refresh_from_db()
    assert (call.starts, call.minutes, call.state) == (TOMORROW, 30, "planned")


def test_a_product_of_another_organization_is_refused(me, stranger):
    from callwright.web.calls.actions import CallRefused, plan_call
    from callwright.web.customers.actions import add_product

    with pytest.raises(CallRefused, match="product is no longer there"):
        plan_call(customer=a_customer(me), starts=TOMORROW, product=add_product(name="Theirs", by=stranger), by=me)


def test_a_call_that_was_debriefed_since_the_page_was_opened_stays_where_it_is(me):
    from callwright.web.calls.actions import CallRefused, move_call

    call = a_call(me, starts=YESTERDAY)
    type(call).objects.filter(pk=call.pk).update(debriefed_at=timezone.now())
    with pytest.raises(CallRefused, match="written down"):
        move_call(call=call, starts=TOMORROW, by=me)


def test_a_call_that_was_removed_since_is_named_so(me):
    from callwright.web.calls.actions import CallRefused, change_call

    call = a_call(me)
    type(call).objects.all().delete()
    with pytest.raises(CallRefused, match="no longer there"):
        change_call(call=call, minutes=45, by=me)


def test_what_was_written_elsewhere_meanwhile_is_not_written_over(me):
    from callwright.web.calls.actions import change_call

    call = a_call(me)
    type(call).objects.filter(pk=call.pk).update(to_ask="Who signs?", frozen_at=TOMORROW)
    change_call(call=call, minutes=45, by=me)
    call.refresh_from_db()
    assert (call.minutes, call.to_ask, call.frozen_at) == (45, "Who signs?", TOMORROW)
