"""What is known of the call stands on one line, counts in the verdict, and never costs it."""

import pytest

from callwright.settings import Settings
from callwright.web.checking import queries
from tests.web.conftest import KNOWN, STRONG
from tests.web.pages import plain, tiles


def test_nothing_known_is_asked_for_in_one_line(client):
    assert "What do you know of the call?" in plain(client.get("/check/").content.decode())


def test_what_is_known_is_summed_up(typing):
    everything = {**KNOWN, "first_meeting": "no", "channel": "in_person", "product": "payroll"}
    assert "Evaluation · 30 minutes · CFO, IT lead · met before · in person · payroll" in plain(
        typing(STRONG, **everything)
    )


def test_one_minute_is_one_minute(typing):
    assert "1 minute" in plain(typing(STRONG, minutes="1"))


def test_what_is_known_counts(typing):
    order = "The owner signs the order for 40 units"
    assert tiles(typing(order, stage="decision", minutes="30"))["realistic"] == "met"
    assert tiles(typing(order, stage="introduction", minutes="30"))["realistic"] != "met"


@pytest.mark.parametrize("minutes", ["0", "-3", "1441", "soon", "٣٠٠٠", "1" * 400])
def test_a_slip_in_the_minutes_is_named_and_the_verdict_still_given(typing, minutes):
    page = typing(STRONG, minutes=minutes)
    assert "Minutes take a whole number from 1 to 1440, or nothing." in plain(page)
    assert any(tiles(page).values())


@pytest.mark.parametrize("field", ["stage", "channel", "first_meeting"])
def test_a_choice_that_does_not_exist_is_left_aside(typing, field):
    assert any(tiles(typing(STRONG, **{field: "elsewhere"})).values())


def test_the_whole_page_keeps_what_was_filled_in(pressing):
    page = pressing(STRONG, **KNOWN)
    assert '<option value="evaluation" selected>' in page
    assert 'value="CFO, IT lead"' in page
    assert 'name="minutes" id="id_minutes" value="30"' in page


def test_what_a_team_says_of_every_call_is_filled_in_at_first(client, monkeypatch):
    usual = {"minutes": 20, "attendees": ["CFO", "IT lead"], "first_meeting": True, "stage": "Proposal"}
    monkeypatch.setattr(queries, "team", lambda: Settings(context=usual, stages={"proposal": "concerns"}))
    monkeypatch.setattr("callwright.web.checking.views.team", queries.team)
    page = plain(client.get("/check/").content.decode())
    assert "Concerns · 20 minutes · CFO, IT lead · first meeting" in page
