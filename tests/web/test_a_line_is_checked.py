"""A rep types a line and sees five letters, the words they rest on, and one question."""

import pytest

from callwright.smart import CRITERIA
from tests.web.conftest import KNOWN, STRONG, WEAK
from tests.web.pages import line_shown, marked, plain, reason, tiles, typed, unfolded


def test_before_anything_is_typed_the_letters_are_blank_and_say_what_they_ask(client):
    page = client.get("/check/").content.decode()
    assert tiles(page) == dict.fromkeys(CRITERIA, "")
    assert "Does it focus on something definite?" in reason(page, "specific")
    assert "By the end of this call …" in plain(page)


def test_a_good_line_meets_all_five(typing):
    page = typing(STRONG, **KNOWN)
    assert set(tiles(page)) == set(CRITERIA)
    assert "That is a SMART objective." in plain(page)
    assert "the customer takes a step" in plain(page)
    assert "not yet" not in tiles(page).values()


def test_a_weak_line_gets_a_reason_and_one_question(typing):
    page = typing(WEAK, **KNOWN)
    assert tiles(page)["measurable"] != "met"
    assert tiles(page)["realistic"] == "met"
    assert len(unfolded(page)) == 1
    assert reason(page, unfolded(page)[0]).count("?") >= 1
    assert "Not yet " in plain(page)


def test_checking_in_is_no_sales_objective(typing):
    page = typing("Check in to see how the product is working", stage="customer", minutes="30")
    assert tiles(page)["action_oriented"] == "not yet"
    assert unfolded(page) == ["action_oriented"]


def test_asking_somebody_new_to_buy_at_once_is_not_realistic(typing):
    page = typing("The owner places a first order before I leave", stage="introduction", first_meeting="yes")
    assert tiles(page)["realistic"] != "met"


def test_the_words_that_a_verdict_rests_on_are_marked(typing):
    page = typing(WEAK, **KNOWN)
    assert line_shown(page) == WEAK
    assert any(words in WEAK and against for words, against, _ in marked(page))


@pytest.mark.parametrize("text", ["😀 Discuss next steps 👩‍👩‍👧 with É́va", "a < b & 'c' \"d\" discuss\n\nnext steps"])
def test_the_marked_text_is_the_text(typing, text):
    assert line_shown(typing(text)) == text


def test_the_minutes_are_held_against_those_allotted(typing):
    assert "of 30 minutes" in plain(typing(STRONG))
    assert "of 20 minutes" in plain(typing(STRONG, minutes="20"))


def test_what_is_taken_for_granted_is_named(typing):
    assert "30 minutes, as the time allotted is not known" in plain(typing(STRONG))
    assert "the time allotted is not known" not in plain(typing(STRONG, minutes="30"))


def test_a_wasted_hour_is_said_gently(typing):
    page = plain(typing("Confirm their delivery address", minutes="60", stage="customer"))
    assert "60 minutes can carry more." in page
    assert "invalid" not in page.lower()


def test_more_than_two_objectives_are_said_once(typing):
    text = "Get a pilot date agreed, get the names of the buying committee, and book a demo for the plant manager"
    short, long = (plain(typing(text, minutes=minutes)) for minutes in ("20", "120"))
    assert "objectives in one" not in short
    assert "things in 20 minutes" in short
    assert long.count("objectives in one. Which one or two matter most?") == 1


def test_a_press_on_a_letter_unfolds_its_reason_and_a_second_press_folds_it(pressing):
    page = pressing(WEAK, open="realistic", shown="action_oriented")
    assert unfolded(page) == ["realistic"]
    assert typed(page) == WEAK
    assert unfolded(pressing(WEAK, open="realistic", shown="realistic")) == []


def test_the_reason_that_was_unfolded_stays_while_the_line_changes(typing):
    assert unfolded(typing(STRONG, look="time_bound", shown="time_bound")) == ["time_bound"]


def test_a_reason_leads_to_the_rule_behind_it(typing):
    page = typing("Discuss next steps")
    assert 'href="/rules/' in page


def test_the_page_says_how_sure_it_is_in_words(typing):
    page = typing(WEAK, **KNOWN)
    assert "%" not in plain(page)
    assert "Rests on " in reason(page, unfolded(page)[0])


@pytest.mark.parametrize("key", ["need", "check-in", "first"])
def test_each_example_can_be_tried_at_once(client, key):
    empty = client.get("/check/").content.decode()
    assert f"?example={key}" in empty
    page = client.get("/check/", {"example": key}).content.decode()
    assert typed(page)
    assert any(tiles(page).values())
    assert "What do you know of the call?" not in plain(page)


def test_an_example_that_does_not_exist_gives_the_empty_page(client):
    assert typed(client.get("/check/?example=none").content.decode()) == ""
