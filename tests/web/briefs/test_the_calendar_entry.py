"""The call in one's own calendar: the same entry however the call moves, and each change taken for later."""

import datetime as dt

import pytest
from icalendar import Calendar

from tests.web.cast import a_call, an_objective


@pytest.fixture
def call(me):
    return a_call(me, starts=dt.datetime(2027, 3, 4, 13, 0, tzinfo=dt.UTC))


def entry(client, call):
    [event] = Calendar.from_ical(client.get(f"/calls/{call.pk}/brief.ics").content).walk("VEVENT")
    return event


def test_it_says_when_and_with_whom_and_what_for(client, call):
    an_objective(call, "The CFO agrees to a pilot")
    event = entry(client, call)
    assert event["summary"] == "Northfield Foods"
    assert event.decoded("dtstart") == call.starts
    assert event.decoded("duration") == dt.timedelta(minutes=30)
    assert "The CFO agrees to a pilot" in event["description"]


def test_a_call_that_moves_keeps_its_entry_and_the_change_counts_as_later(client, me, call):
    from callwright.web.calls.actions import move_call

    first = entry(client, call)
    move_call(call=call, starts=call.starts + dt.timedelta(days=1), by=me)
    moved = entry(client, call)
    assert moved["uid"] == first["uid"]
    assert (first["sequence"], moved["sequence"]) == (0, 1)
    assert moved.decoded("dtstart") == call.starts


def test_asking_again_without_a_change_changes_nothing(client, call):
    assert entry(client, call)["sequence"] == entry(client, call)["sequence"] == 0


def test_another_objective_is_a_change_too(client, call):
    entry(client, call)
    an_objective(call)
    assert entry(client, call)["sequence"] == 1


def test_a_cancelled_call_is_off_in_the_calendar(client, me, call):
    from callwright.web.calls.actions import cancel_call

    entry(client, call)
    cancel_call(call=call, by=me)
    off = entry(client, call)
    assert off["status"] == "CANCELLED"
    assert off["sequence"] == 1


def test_two_calls_have_two_entries(client, me, call):
    assert entry(client, call)["uid"] != entry(client, a_call(me, call.customer, starts=call.starts))["uid"]
