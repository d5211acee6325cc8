"""A third objective meets a friendly choice of which two; the one that is left waits in the notes."""

import html
import re

import pytest

from tests.web.cast import an_objective
from tests.web.conftest import STRONG, WEAK
from tests.web.pages import plain

THIRD = "Find out who signs the budget for the pilot"


@pytest.fixture
def two(call):
    return an_objective(call, STRONG), an_objective(call, WEAK, position=2)


def versions(call):
    return {f"version-{one.position}": one.version for one in call.objectives.all()}


def test_a_third_is_met_by_a_choice_with_reasons(press, two, call):
    shown = press(THIRD, position=3, done="1")
    assert "One or two carry a call of 30 minutes. Which?" in plain(shown)
    lines = re.findall(r'<textarea name="line-\d" hidden>\n(.*?)</textarea>', shown)
    assert {STRONG, WEAK, THIRD} == set(lines)
    assert lines[-1] == WEAK
    assert shown.count('name="keep"') == 3
    assert len(re.findall(r'name="keep" value="\d" checked', shown)) <= 2
    assert "the customer takes a step; about " in shown
    assert call.objectives.count() == 2


@pytest.mark.parametrize(
    "third",
    [
        "Ms Quillen names two firms she knows, number 3",
        "Ask Ms Hale to introduce me to the owner, and to tell him why she chose us",
        "Check in & see how the <b>product</b> is working",
    ],
)
def test_a_third_stands_in_the_choice_word_for_word(press, two, third):
    shown = press(third, position=3, done="1")
    lines = re.findall(r'<textarea name="line-\d" hidden>\n(.*?)</textarea>', shown)
    assert {html.unescape(line) for line in lines} == {STRONG, WEAK, third}


def test_the_two_that_are_chosen_go_along_and_the_other_waits_in_the_notes(press, two, call):
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    went = press(THIRD, position=3, choose="1", keep=["1", "2"], **lines, **versions(call))
    assert went == f"/calls/{call.pk}/plan/"
    assert [one.text for one in call.objectives.all()] == [STRONG, THIRD]
    call.refresh_from_db()
    assert call.to_ask == f"If there is time: {WEAK}"


def test_one_alone_may_go_along(press, two, call):
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    press(THIRD, position=3, choose="1", keep=["2"], **lines, **versions(call))
    assert [one.text for one in call.objectives.all()] == [THIRD]
    call.refresh_from_db()
    assert call.to_ask.count("If there is time") == 2


@pytest.mark.parametrize("keep", [[], ["1", "2", "3"]])
def test_none_and_three_are_asked_again(press, two, call, keep):
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    again = press(THIRD, position=3, choose="1", keep=keep, **lines, **versions(call))
    assert "Choose one or two" in plain(again)
    assert call.objectives.count() == 2


def test_the_choice_is_not_made_over_what_changed_meanwhile(press, two, call):
    before = versions(call)
    press(f"{WEAK}, at last", position=2, version=two[1].version, done="1")
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    again = press(THIRD, position=3, choose="1", keep=["1", "2"], **lines, **before)
    assert "changed somewhere else" in plain(again)
    assert [one.text for one in call.objectives.all()] == [STRONG, f"{WEAK}, at last"]


def test_one_line_that_names_three_things_can_be_split(type_, call):
    many = "Find out their budget, agree on a date for the pilot, and get the name of the IT lead"
    shown = type_(many, split="1").content.decode()
    assert shown.count('name="keep"') >= 2


def lines_of(shown):
    found = re.findall(r'<textarea name="(line-\d)" hidden>\n(.*?)</textarea>', shown, re.DOTALL)
    return {name: html.unescape(line) for name, line in found}


def test_the_choice_says_of_a_line_what_its_letters_say_elsewhere(press, page, two, call):
    """Whatever stands in the choice is judged whole and in its call, as the tiles judge it."""
    shown = press(THIRD, position=3, done="1")
    row, *_ = re.findall(r"<label class=\"pick\">(.*?)</label>", shown[shown.index("Which?") :], re.DOTALL)
    assert 'aria-label="Specific: met; Measurable: met; Action-oriented: met; Realistic: met; Time-bound: met"' in row
    other = page(objective="2")
    assert row.partition('aria-label="')[2].partition('"')[0] in other


@pytest.mark.parametrize("only", ["Find where the fee sticks & shave it to something both of us can swallow", STRONG])
def test_a_line_that_names_one_thing_stays_whole(type_, only):
    assert only in lines_of(type_(only, split="1").content.decode()).values()


def test_what_was_written_beside_a_line_that_is_left_out_waits_with_it(press, call):
    an_objective(call, STRONG)
    an_objective(call, WEAK, position=2, fallback="her view of it", measure="she says so")
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    press(THIRD, position=3, choose="1", keep=["1", "2"], **lines, **versions(call))
    call.refresh_from_db()
    assert call.to_ask == f"If there is time: {WEAK} (if that fails: her view of it; shown by: she says so)"


def test_a_new_line_takes_nothing_over_from_the_one_whose_place_it_takes(press, call):
    an_objective(call, STRONG)
    an_objective(
        call, WEAK, position=2, fallback="her view", measure="she says so", category="advance", entry="some-id"
    )
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    press(THIRD, position=3, choose="1", keep=["1", "2"], fallback="a name", **lines, **versions(call))
    new = call.objectives.get(position=2)
    assert (new.text, new.fallback, new.measure, new.category, new.entry) == (THIRD, "a name", "", "", "")


def test_a_third_that_was_an_idea_keeps_where_it_came_from(press, two, call):
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    press(THIRD, position=3, choose="1", keep=["1", "2"], entry="budget-signer", **lines, **versions(call))
    assert call.objectives.get(position=2).entry == "budget-signer"


def test_a_line_of_two_lines_is_the_same_line_when_a_browser_sends_it(press, call):
    both = f"{STRONG}\n{WEAK}"
    kept = an_objective(call, both, fallback="a date")
    an_objective(call, WEAK, position=2)
    lines = {"line-1": both.replace("\n", "\r\n"), "line-2": THIRD, "line-3": WEAK}
    press(THIRD, position=3, choose="1", keep=["1", "2"], **lines, **versions(call))
    after = call.objectives.get(position=1)
    assert (after.pk, after.text, after.fallback) == (kept.pk, both, "a date")


def test_what_was_written_elsewhere_meanwhile_stands_in_the_choice_with_the_ticks_as_they_were(press, two, call):
    before = versions(call)
    changed = f"{WEAK}, at last"
    press(changed, position=2, version=two[1].version, done="1")
    lines = {"line-1": STRONG, "line-2": THIRD, "line-3": WEAK}
    again = press(THIRD, position=3, choose="1", keep=["1", "2"], **lines, **before)
    assert set(lines_of(again).values()) == {STRONG, THIRD, WEAK, changed}
    ticked = re.findall(r'name="keep" value="(\d)" checked', again)
    assert {lines_of(again)[f"line-{number}"] for number in ticked} == {STRONG, THIRD}
    press(THIRD, position=3, choose="1", keep=ticked, **lines_of(again), **versions(call))
    call.refresh_from_db()
    assert call.to_ask.splitlines() == [f"If there is time: {WEAK}", f"If there is time: {changed}"]
