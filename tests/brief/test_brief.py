"""One page for the call: what is known, what is wanted, what to ask; as Markdown, JSON, PDF and a calendar event."""

import datetime as dt
import json

import pytest
from icalendar import Calendar

from callwright import Call, assess
from callwright.brief import Brief, BriefNeeds, Goal, calendar, markdown, pdf

CALL = Call(
    stage="evaluation", minutes=45, first_meeting=False, channel="video", attendees=("CFO", "Dana (IT lead)"),
    product="payroll software",
    last={
        "objective": "The IT lead sends the data sheet",
        "outcome": "partly",
        "commitments": [{"who": "IT lead", "what": "send the data sheet", "state": "late"}],
    },
)  # fmt: skip
LINE = "Get the CFO to set the start date of a free trial of our payroll software"
HOSTILE = '#let x = 1; "quoted" *bold* <b>tag</b> $5 \\ [link](x) `code`'
STARTS = dt.datetime(2027, 3, 4, 14, 0)


@pytest.fixture(scope="module")
def brief():
    goals = (
        Goal(LINE, assess(LINE, CALL), measure="the start date", fallback="the name of whoever must agree to it"),
        Goal("Discuss the market", assess("Discuss the market", CALL)),
    )
    return Brief(
        "Northfield Foods",
        CALL,
        goals,
        STARTS,
        "Room 4",
        ask=("What would stop it?",),
        expect=(HOSTILE,),
        bring=("The plan",),
    )


def test_the_page_says_when_who_and_where_they_stand(brief):
    page = markdown(brief)
    assert page.startswith("# Northfield Foods\n")
    assert "- **When:** Thursday 4 March 2027, 14:00, 45 minutes, by video, Room 4" in page
    assert "- **Who attends:** CFO, Dana (IT lead)" in page
    assert "send the data sheet (late)" in page


def test_each_objective_has_its_letters_its_measure_and_its_fallback(brief):
    page = markdown(brief)
    assert f"1. {LINE} `SMART`" in page
    assert "   - It worked if you have: the start date" in page
    assert "   - Failing that: the name of whoever must agree to it" in page
    assert "2. Discuss the market `–––RT`" in page


def test_what_is_not_known_is_left_out():
    page = markdown(Brief("Northfield Foods", Call(), ()))
    assert "None" not in page
    assert "Who attends" not in page


def test_what_people_wrote_stands_as_they_wrote_it(brief):
    assert "\\#let x = 1" in markdown(brief)
    assert "\\*bold\\*" in markdown(brief)


def test_the_json_holds_the_same(brief):
    plain = json.loads(json.dumps(brief.to_dict()))
    assert plain["starts"] == "2027-03-04T14:00:00"
    assert plain["goals"][0]["text"] == LINE
    assert plain["goals"][0]["check"]["smart"] is True
    assert plain["expect"] == [HOSTILE]
    assert plain["call"]["attendees"] == ["CFO", "Dana (IT lead)"]


def test_the_pdf_is_one_page_and_the_same_each_time(brief):
    made = pdf(brief)
    assert made.startswith(b"%PDF-")
    assert made.count(b"/Type /Page\n") + made.count(b"/Type/Page\n") + made.count(b"/Type /Page/") <= 1
    assert pdf(brief) == made


def test_hostile_words_are_set_as_text_and_not_run(brief):
    assert pdf(brief) != pdf(Brief("Northfield Foods", CALL, brief.goals, STARTS, "Room 4"))


def test_the_calendar_event_carries_the_objectives(brief):
    event = Calendar.from_ical(calendar(brief)).walk("VEVENT")[0]
    assert event["summary"] == "Northfield Foods"
    assert event.decoded("dtstart") == STARTS
    assert event.decoded("duration") == dt.timedelta(minutes=45)
    assert LINE in event["description"]
    assert "Failing that: the name of whoever must agree to it" in event["description"]
    assert event["location"] == "Room 4"


def test_the_same_call_has_the_same_name_in_the_calendar(brief):
    def uid(one):
        return Calendar.from_ical(calendar(one)).walk("VEVENT")[0]["uid"]

    assert uid(brief) == uid(Brief("Northfield Foods", CALL, (), STARTS))
    assert uid(brief) != uid(Brief("Southfield Foods", CALL, (), STARTS))
    assert uid(Brief("x", CALL, (), STARTS, uid="given@here")) == "given@here"


def test_a_calendar_event_needs_a_start():
    with pytest.raises(BriefNeeds, match="--starts"):
        calendar(Brief("Northfield Foods", CALL, ()))
