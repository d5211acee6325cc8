"""Days as customers name them are understood."""

import datetime as dt

import pytest

from callwright.web.debriefs.dates import day_in, without_day
from callwright.web.debriefs.days import due_by, said, taps, working_day

WEDNESDAY = dt.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("mail the contract by Friday", "2026-11-27"),
        ("call IT by Fri", "2026-11-27"),
        ("sign today", "2026-11-25"),
        ("sign tomorrow", "2026-11-26"),
        ("decide the day after tomorrow", "2026-11-27"),
        ("see us on Wednesday", "2026-12-02"),
        ("see us next Mon", "2026-11-30"),
        ("come back next week", "2026-12-04"),
        ("agree to a pilot starting 1 December", "2026-12-01"),
        ("start on December 1st", "2026-12-01"),
        ("start on 1 Dec 2027", "2027-12-01"),
        ("decide in two weeks", "2026-12-09"),
        ("decide within 3 days", "2026-11-28"),
        ("decide in a month", "2026-12-25"),
        ("pay by the end of the month", "2026-11-30"),
        ("pay by the end of March", "2027-03-31"),
        ("start on 5 May", "2027-05-05"),
        ("draft it on Monday and sign by Thursday", "2026-11-26"),
        ("send it by 2026-12-03", "2026-12-03"),
        ("decide by Friday 4 December", "2026-12-04"),
        ("see us on Fri 4 Dec", "2026-12-04"),
        ("see us on Friday the 4th", "2026-12-04"),
        ("see us on Friday next week", "2026-12-04"),
        ("see us next week on Tuesday", "2026-12-01"),
        ("see us on Thursday week", "2026-12-03"),
        ("decide by the 5th", "2026-12-05"),
        ("decide by the 12th of January", "2027-01-12"),
        ("decide in a couple of weeks", "2026-12-09"),
        ("decide in a fortnight", "2026-12-09"),
        ("decide within the next ten days", "2026-12-05"),
        ("decide by the end of next week", "2026-12-04"),
        ("decide by the end of next month", "2026-12-31"),
        ("decide by the end of the year", "2026-12-31"),
        ("ring us this afternoon", "2026-11-25"),
        ("sign at the board on Tuesday 8 December 2026", "2026-12-08"),
    ],
)
def test_a_day_is_read_against_the_day_of_the_call(words, day):
    assert day_in(words, WEDNESDAY) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    [
        "mail the contract",
        "sat down with us",
        "may send it",
        "by May",
        "on 31 February",
        "in 999 weeks",
        "by 1/12",
        "",
        "sat on the 5th floor",
        "on 29 February 2027",
        "in January",
        "within reach",
    ],
)
def test_what_names_no_day_is_left_without_one(words):
    assert day_in(words, WEDNESDAY) is None


def test_the_days_to_tap_are_each_offered_once_and_in_order():
    for offset in range(400):
        today = WEDNESDAY + dt.timedelta(days=offset)
        days = [tap.day for tap in taps(today)]
        assert days == sorted(set(days))
        assert days[0] == today
        assert all(day >= today for day in days)


def test_days_are_said_in_few_words():
    assert said(WEDNESDAY, WEDNESDAY) == "today"
    assert said(dt.date(2026, 11, 27), WEDNESDAY) == "Fri 27 Nov"
    assert said(dt.date(2027, 1, 1), WEDNESDAY) == "Fri 1 Jan 2027"


def test_what_is_due_now_is_due_today_and_what_was_due_the_day_before_is_due_yesterday():
    assert due_by(WEDNESDAY, WEDNESDAY) == "due today"
    assert due_by(dt.date(2026, 11, 26), WEDNESDAY) == "by tomorrow"
    assert due_by(dt.date(2026, 11, 24), WEDNESDAY) == "due yesterday"
    assert due_by(dt.date(2026, 11, 27), WEDNESDAY) == "by Fri 27 Nov"


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("send the list of rooms by Friday", "send the list of rooms"),
        ("Call IT by Fri.", "Call IT"),
        ("sign tomorrow", "sign"),
        ("decide, by the end of the month", "decide"),
        ("start on 1 Dec 2027", "start"),
        ("decide in two weeks", "decide"),
        ("decide on Friday next week", "decide"),
        ("decide on Friday 4 December", "decide"),
        ("decide by the 5th", "decide"),
    ],
)
def test_the_day_that_words_end_in_is_kept_on_its_own(words, rest):
    assert without_day(words, day_in(words, WEDNESDAY), WEDNESDAY) == rest


@pytest.mark.parametrize(
    "words",
    [
        "by Friday",
        "by Friday at noon",
        "send the agenda for Friday",
        "decide before Friday",
        "send the list for tomorrow",
        "by Friday send the list",
        "mail the contract",
    ],
)
def test_words_that_are_more_than_the_day_stay(words):
    assert without_day(words, day_in(words, WEDNESDAY), WEDNESDAY) == words


def test_words_stay_where_another_day_was_tapped():
    assert without_day("sign by Friday", dt.date(2026, 12, 4), WEDNESDAY) == "sign by Friday"


def test_a_weekend_gives_way_to_its_monday():
    assert [working_day(dt.date(2026, 11, day)).day for day in (27, 28, 29, 30)] == [27, 30, 30, 30]
