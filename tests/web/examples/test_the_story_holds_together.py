"""The half-year as a sceptical manager reads it: no clash, no season, no promise out of its time."""

import datetime as dt
import itertools
import re

import pytest

from callwright.smart.model import STAGES

WEEK = [dt.date(2031, 3, 3) + dt.timedelta(days=day) for day in range(7)]
SEASONS = re.compile(
    r"\b(spring|summer|autumn|winter|Christmas|Easter|new year|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|20\d\d)\b"
)
"""Words that hold only at one time of the year, or of the week. A story's own dates are written as {+5}."""


@pytest.fixture(scope="module")
def stories(prepared):
    from callwright.web.examples.telling import stories

    return list(stories())


def calls(stories):
    return [(story, call) for story in stories for call in story["call"]]


def texts(part):
    """All words in a part of a story."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, (list, dict)):
        for inner in part.values() if isinstance(part, dict) else part:
            yield from texts(inner)


def when(call, today):
    from callwright.web.examples.days import working_day

    starts = dt.datetime.combine(working_day(today, call["day"]), dt.time.fromisoformat(call["at"]))
    return starts, starts + dt.timedelta(minutes=max(call["minutes"], call.get("took", 0)))


@pytest.mark.parametrize("today", WEEK, ids=lambda day: f"{day:%A}")
def test_nobody_is_at_two_places_and_there_is_time_to_go_from_one_to_the_next(stories, today):
    times = sorted(when(call, today) for _, call in calls(stories) if not call.get("cancelled"))
    for (_, ends), (starts, _) in itertools.pairwise(times):
        assert starts - ends >= dt.timedelta(minutes=30), starts


def test_calls_are_told_in_order_and_end_within_the_day(stories):
    for story in stories:
        days = [call["day"] for call in story["call"]]
        assert days == sorted(days)
        assert story["sale"]["began"] == days[0]
    assert all(7 <= int(call["at"][:2]) < 18 for _, call in calls(stories))


def test_nothing_holds_only_at_one_time_of_the_year(stories):
    told = [text for story in stories for text in texts(story) if SEASONS.search(text)]
    assert told == []


def test_promises_are_settled_as_they_say_and_not_before_today(stories):
    promises = [(call, one) for _, call in calls(stories) for one in call.get("promised", ())]
    assert len(promises) >= 20
    for call, one in promises:
        settled = one.get("settled")
        assert (settled is None) == (one["state"] == "open")
        if one["state"] == "kept":
            assert settled <= one["due"]
        elif settled is not None:
            assert settled > one["due"]
        assert settled is None or call["day"] + settled <= 0


def test_some_promises_are_due_and_others_are_still_to_come(stories):
    due = [
        call["day"] + one["due"]
        for _, call in calls(stories)
        for one in call.get("promised", ())
        if one["state"] == "open"
    ]
    assert min(due) < 0 < max(due)
    assert 0 in due


def test_stages_go_on_and_a_sale_ends_where_its_last_call_left_it(stories):
    for story in stories:
        stages = [STAGES.index(call["stage"]) for call in story["call"] if "stage" in call]
        assert stages == sorted(set(stages))
        assert ("won" in story["sale"]) == ("customer" in [call.get("stage") for call in story["call"]])


def test_what_came_of_a_line_is_told_of_debriefed_calls_alone(stories):
    for _, call in calls(stories):
        for line in call.get("lines", ()):
            assert ("outcome" in line) == ("shows" in line) == ("result" in call), line["text"]
            if line.get("outcome") == "fallback":
                assert line["fallback"]
        if call["day"] > 0 or call.get("cancelled"):
            assert "result" not in call


def test_a_promise_is_made_by_somebody_who_was_there(stories):
    for story, call in calls(stories):
        assert set(call["who"]) <= set(story["people"])
        assert {one["who"] for one in call.get("promised", ())} <= set(call["who"])


def test_every_firm_and_every_person_is_named_once(stories):
    names = [story["name"] for story in stories]
    names += [person["name"] for story in stories for person in story["people"].values()]
    assert len(names) == len(set(names))
