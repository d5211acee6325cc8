"""One question at a time, with answers to tap: the line is rewritten in view, and can be had back."""

import re

import pytest

from callwright.compose.improve.choices import SERVICE as LEAVE_IT
from tests.web.conftest import KNOWN, WEAK
from tests.web.pages import line_shown, plain, taps, tiles, typed

SERVICE = "Check in to see how the product is working"


@pytest.fixture(scope="module")
def offered(prepared):
    from django.test import Client

    client = Client(headers={"host": "127.0.0.1"})
    return client.post("/check/", {"text": WEAK, **KNOWN}, headers={"HX-Request": "true"}).content.decode()


def test_each_question_has_two_or_three_answers_to_tap(offered):
    names = [tap.partition(":")[0] for tap in taps(offered)]
    assert names
    assert all(2 <= names.count(name) <= 3 for name in names)


def test_a_tapped_answer_rewrites_the_line_for_the_better(typing, offered):
    before = list(tiles(typing(WEAK, **KNOWN)).values()).count("met")
    page = typing(WEAK, answer=taps(offered)[0], **KNOWN)
    assert line_shown(page) != WEAK
    assert "data-rewritten" in page
    assert list(tiles(page).values()).count("met") > before
    assert "The line is rewritten." in plain(page)


def test_without_javascript_the_answers_come_with_the_page(pressing):
    page = pressing(WEAK, check="", **KNOWN)
    assert taps(page)
    rewritten = typed(pressing(WEAK, answer=taps(page)[0], **KNOWN))
    assert rewritten != WEAK


def test_the_line_can_be_had_back(typing, pressing, offered):
    page = typing(WEAK, answer=taps(offered)[0], **KNOWN)
    assert f'name="before" value="{WEAK}"' in page
    page = pressing(line_shown(page), undo="", before=WEAK, after=line_shown(page), **KNOWN)
    assert typed(page) == WEAK
    assert 'name="undo"' not in page


def test_undo_is_offered_until_the_new_line_is_edited(typing):
    new = "The CFO agrees to a start date for the pilot"
    assert 'name="undo"' in typing(new, before=WEAK, after=new)
    assert 'name="undo"' not in typing(f"{new} soon", before=WEAK, after=new)


@pytest.mark.parametrize("button", ["answer", "check"])
def test_an_answer_in_ones_own_words_is_worked_in(typing, button):
    pressed = {"answer": "action_oriented"} if button == "answer" else {"check": ""}
    own = "name the two sites for the trial"
    page = typing(SERVICE, stage="customer", **{"own-action_oriented": own}, **pressed)
    assert "two sites" in line_shown(page)


def test_words_that_wait_in_the_field_for_an_answer_are_left_alone_while_typing(typing):
    assert line_shown(typing(SERVICE, **{"own-action_oriented": "name two sites"})) == SERVICE


def test_an_answer_that_leaves_the_line_as_it_is_says_so(typing):
    page = typing(SERVICE, stage="customer", answer=f"action_oriented:{LEAVE_IT}")
    assert line_shown(page) == SERVICE
    assert "The line stays as it is." in plain(page)


def test_an_answer_to_a_question_that_was_not_asked_changes_nothing(typing):
    assert line_shown(typing(SERVICE, answer="realistic:sign at once")) == SERVICE
    assert line_shown(typing(SERVICE, answer="nonsense:sign at once")) == SERVICE


def test_choices_for_a_text_that_gets_no_verdict_are_none(typing):
    assert taps(typing("…")) == []


def test_each_question_that_is_asked_has_its_answers_beneath_it(offered):
    asked = re.findall(r'id="question-(\w+)"', offered)
    assert asked
    for name in asked:
        section = re.search(rf'id="why-{name}".*?</section>', offered, re.DOTALL)[0]
        assert {tap.partition(":")[0] for tap in taps(section)} == {name}


def test_an_answer_that_says_nothing_is_told_why_it_is_not_in_the_line(typing):
    page = typing(WEAK, answer="measurable", **{"own-measurable": "blah"}, **KNOWN)
    assert line_shown(page) == WEAK
    assert "Not worked in: “blah”" in plain(page)
