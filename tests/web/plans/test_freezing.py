"""What the call began with stays; whatever is written later is to be seen as such."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_customer
from tests.web.conftest import STRONG, WEAK

HOUR = dt.timedelta(hours=1)


@pytest.fixture
def call(me):
    return a_call(me)


@pytest.fixture
def begin(call):
    """Lets the call begin an hour ago, in the middle of everything."""

    def begin_():
        call.starts = timezone.now() - HOUR
        call.save()

    return begin_


def save(call, text=STRONG, **more):
    from callwright.web.plans.actions import save_objective

    return save_objective(call=call, text=text, by=call.member, **more)


def test_a_call_that_begins_keeps_its_objective_with_time_and_verdict(call, begin):
    from callwright.web.plans.actions import freeze_due

    kept = save(call, fallback="a date for the next call")
    begin()
    assert freeze_due(timezone.now()) == 1
    kept.refresh_from_db()
    call.refresh_from_db()
    assert call.frozen_at == kept.frozen.at == call.starts
    assert (kept.frozen.text, kept.frozen.fallback) == (STRONG, "a date for the next call")
    assert kept.frozen.assessment == kept.assessment
    assert kept.frozen.letters == kept.letters


def test_freezing_again_changes_nothing(call, begin):
    from callwright.web.plans.actions import freeze, freeze_due

    save(call)
    begin()
    assert freeze_due(timezone.now()) == 1
    assert freeze_due(timezone.now()) == 0
    at = call.objectives.get().frozen.at
    freeze(call=call, at=timezone.now())
    assert call.objectives.get().frozen.at == at


def test_who_comes_second_takes_the_freeze_that_there_is(call, begin):
    from callwright.web.calls.models import Call
    from callwright.web.plans.actions import freeze, freeze_due

    save(call)
    begin()
    late = Call.objects.get(pk=call.pk)
    assert freeze_due(timezone.now()) == 1
    assert freeze(call=late, at=timezone.now()).frozen_at == call.starts
    assert call.objectives.get().frozen.at == call.starts


def test_calls_to_come_and_cancelled_ones_are_left(me, call):
    from callwright.web.plans.actions import freeze_due

    save(call)
    a_call(me, a_customer(me, "Cancelled"), starts=timezone.now() - HOUR, state="cancelled")
    assert freeze_due(timezone.now()) == 0


def test_many_calls_are_frozen_in_few_queries(me):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from callwright.web.plans.actions import freeze_due

    customer = a_customer(me)
    for _ in range(12):
        a_call(me, customer, starts=timezone.now() - HOUR)
    with CaptureQueriesContext(connection) as asked:
        assert freeze_due(timezone.now()) == 12
    assert len(asked) <= 12


def test_an_opened_debrief_freezes_before_the_start(call):
    from callwright.web.plans.actions import freeze

    save(call)
    at = timezone.now()
    freeze(call=call, at=at)
    assert call.objectives.get().frozen.at == at


def test_a_later_change_is_an_amendment_and_the_frozen_line_stays(call, begin):
    kept = save(call, WEAK)
    begin()
    save(call, STRONG, version=kept.version)
    after = call.objectives.get()
    assert after.text == STRONG
    assert after.frozen.text == WEAK
    [amended] = after.amendments.all()
    assert (amended.before, amended.after, amended.by) == (WEAK, STRONG, call.member)
    assert not after.stated_afterwards


def test_an_objective_first_written_afterwards_is_marked(call, begin):
    begin()
    kept = save(call)
    assert kept.stated_afterwards
    assert not hasattr(kept, "frozen")


def test_what_the_call_began_with_cannot_be_taken_away(call, begin):
    from callwright.web.plans.actions import PlanRefused, remove_objective

    kept = save(call)
    begin()
    with pytest.raises(PlanRefused, match="began with"):
        remove_objective(call=call, position=1, version=kept.version, by=call.member)


def test_a_call_that_moves_before_its_start_is_frozen_at_the_new_one(call):
    from callwright.web.calls.actions import move_call
    from callwright.web.plans.actions import freeze_if_due

    save(call)
    later = call.starts + 24 * HOUR
    move_call(call=call, starts=later, by=call.member)
    assert freeze_if_due(call=call).frozen_at is None
    assert freeze_if_due(call=call, now=later).frozen_at == later


def test_a_call_that_moves_after_its_start_keeps_what_it_began_with(call, begin):
    from callwright.web.calls.actions import move_call

    save(call)
    begin()
    began = call.starts
    move_call(call=call, starts=timezone.now() + HOUR, by=call.member)
    assert call.objectives.get().frozen.at == began
