"""Two tabs on one objective: both texts are shown, and one says which to keep. Nothing is overwritten."""

import pytest

from tests.web.conftest import STRONG, WEAK
from tests.web.pages import plain, typed


@pytest.fixture
def began(rest, call):
    """The version that both tabs began with, while the other one has moved on since."""
    rest(WEAK)
    version = call.objectives.get().version
    rest(STRONG, version=version, fallback="a date")
    return version


MINE = "The CFO names the day of the board meeting"


def test_both_texts_are_shown_and_theirs_stays(rest, began, call):
    told = rest(MINE, version=began)
    assert told.headers["X-Kept"] == "conflict"
    shown = plain(told.content.decode())
    assert STRONG in shown
    assert MINE in shown
    assert call.objectives.get().text == STRONG


def test_mine_can_be_kept(press, began, call):
    press(MINE, version=began, merge="mine")
    assert call.objectives.get().text == MINE


def test_theirs_can_be_taken(press, began, call):
    after = press(MINE, version=began, merge="theirs")
    assert typed(after) == STRONG
    assert call.objectives.get().text == STRONG
    assert f'name="version" value="{call.objectives.get().version}"' in after


def test_both_can_be_joined(press, began, call):
    after = press(MINE, version=began, merge="join")
    assert typed(after) == f"{STRONG}\n{MINE}"
    kept = call.objectives.get()
    assert (kept.text, kept.fallback) == (f"{STRONG}\n{MINE}", "a date")


def test_done_does_not_leave_while_there_are_two(press, began, call):
    assert "Keep what is here" in press(MINE, version=began, done="1")
    assert call.objectives.get().text == STRONG


def test_a_line_taken_away_elsewhere_is_asked_about(press, rest, call):
    rest(WEAK)
    version = call.objectives.get().version
    press("", version=version, done="1")
    assert "taken away somewhere else" in press(MINE, version=version)
    press(MINE, version=version, merge="mine")
    assert call.objectives.get().text == MINE


def test_notes_of_both_tabs_stay(rest, call):
    rest(WEAK, to_ask="the price", seen_to_ask="")
    rest(WEAK, to_ask="the licence", seen_to_ask="", version=call.objectives.get().version)
    call.refresh_from_db()
    assert call.to_ask.splitlines() == ["the price", "the licence"]
