"""Calls recur by the clock on the wall; a change may touch one of them or all that follow."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.web.cast import a_contact, a_customer

LONDON = ZoneInfo("Europe/London")


@pytest.fixture(autouse=True)
def in_london():
    with timezone.override(LONDON):
        yield


def at(*when, fold=0):
    return dt.datetime(*when, tzinfo=LONDON, fold=fold)


def series(me, every="week", starts=None, until=dt.date(2031, 4, 30), **details):
    from callwright.web.calls.series import plan_series

    customer = a_customer(me)
    starts = starts or at(2031, 3, 4, 14)
    first = plan_series(customer=customer, starts=starts, every=every, until=until, by=me, **details)
    return list(first.series.calls.order_by("starts"))


def local(calls):
    return [f"{timezone.localtime(one.starts):%d.%m. %H:%M}" for one in calls]


def test_each_is_a_call_of_its_own_and_keeps_its_hour_through_the_change_of_clocks(me):
    calls = series(me, others="CFO")
    assert local(calls)[:5] == ["04.03. 14:00", "11.03. 14:00", "18.03. 14:00", "25.03. 14:00", "01.04. 14:00"]
    assert len(calls) == 9
    assert {one.others for one in calls} == {"CFO"}
    assert calls[3].starts.astimezone(dt.UTC).hour == 14
    assert calls[4].starts.astimezone(dt.UTC).hour == 13


def test_an_hour_that_the_clocks_skip_is_moved_on_that_day_alone(me):
    calls = series(me, starts=at(2031, 3, 23, 1, 30), until=dt.date(2031, 4, 6))
    assert local(calls) == ["23.03. 01:30", "30.03. 02:30", "06.04. 01:30"]


def test_a_month_means_the_same_weekday_of_the_month(me):
    assert local(series(me, "month", starts=at(2031, 3, 11, 9), until=dt.date(2031, 6, 30))) == [
        "11.03. 09:00", "08.04. 09:00", "13.05. 09:00", "10.06. 09:00",
    ]  # fmt: skip


def test_a_fifth_weekday_means_the_last_of_the_month(me):
    calls = series(me, "month", starts=at(2031, 3, 31, 9), until=dt.date(2031, 5, 31))
    assert local(calls) == ["31.03. 09:00", "28.04. 09:00", "26.05. 09:00"]


def test_one_that_goes_on_is_planned_half_a_year_ahead_and_extended_later(me):
    from callwright.web.calls.series import extend_all

    soon = timezone.now().replace(microsecond=0) + dt.timedelta(days=1)
    calls = series(me, starts=soon, until=None, contacts=[])
    assert 26 <= len(calls) <= 28
    assert extend_all(timezone.now()) == 0
    made = extend_all(timezone.now() + dt.timedelta(days=60))
    assert 8 <= made <= 9
    assert extend_all(timezone.now() + dt.timedelta(days=60)) == 0


def test_the_people_come_along_to_each(me):
    from callwright.web.calls.series import plan_series

    customer = a_customer(me)
    cfo = a_contact(customer)
    first = plan_series(
        customer=customer, starts=at(2031, 3, 4, 14), every="week", until=dt.date(2031, 3, 31), contacts=[cfo], by=me
    )
    assert all(list(one.contacts.all()) == [cfo] for one in first.series.calls.all())


def test_this_one_alone_moves(me):
    from callwright.web.calls.actions import move_call

    calls = series(me)
    move_call(call=calls[1], starts=at(2031, 3, 12, 10), by=me)
    assert local(calls[0].series.calls.order_by("starts"))[:3] == ["04.03. 14:00", "12.03. 10:00", "18.03. 14:00"]


def test_this_and_those_that_follow_move_to_another_weekday_with_their_objectives(me):
    from callwright.web.calls.series import change_following
    from tests.web.cast import an_objective

    calls = series(me)
    objective = an_objective(calls[3])
    change_following(call=calls[2], starts=at(2031, 3, 20, 9, 30), minutes=45, others="IT lead", by=me)
    for call in calls:
        call.refresh_from_db()
    assert local(calls)[:5] == ["04.03. 14:00", "11.03. 14:00", "20.03. 09:30", "27.03. 09:30", "03.04. 09:30"]
    assert [one.minutes for one in calls][:3] == [30, 30, 45]
    objective.refresh_from_db()
    assert objective.call == calls[3]
    assert calls[2].series != calls[1].series
    assert calls[1].series.until == dt.date(2031, 3, 17)


def test_a_monthly_series_that_moves_keeps_to_its_new_weekday(me):
    from callwright.web.calls.series import change_following

    calls = series(me, "month", starts=at(2031, 3, 11, 9), until=dt.date(2031, 6, 30))
    change_following(call=calls[1], starts=at(2031, 4, 16, 9), minutes=30, by=me)
    assert local(calls[1].series.calls.order_by("starts")) == ["11.03. 09:00"]
    moved = type(calls[0]).objects.get(pk=calls[1].pk).series
    assert local(moved.calls.order_by("starts")) == ["16.04. 09:00", "21.05. 09:00", "18.06. 09:00"]


def test_this_and_those_that_follow_are_cancelled_and_the_series_ends(me):
    from callwright.web.calls.series import cancel_following, extend_all

    soon = timezone.now().replace(microsecond=0) + dt.timedelta(days=1)
    calls = series(me, starts=soon, until=None)
    assert cancel_following(call=calls[2], by=me) == len(calls) - 2
    assert [one.state for one in calls[0].series.calls.order_by("starts")][:3] == ["planned", "planned", "cancelled"]
    assert extend_all(timezone.now() + dt.timedelta(days=90)) == 0


def test_a_last_day_before_the_first_call_is_named(me):
    from callwright.web.calls.actions import CallRefused

    with pytest.raises(CallRefused, match="before its first call"):
        series(me, until=dt.date(2031, 3, 1))
