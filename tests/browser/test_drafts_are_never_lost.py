"""Two tabs, and a server that is dead in mid-edit: no word is lost, none is written over another."""

import pytest
from playwright.sync_api import expect

from tests.browser.planning import Plan
from tests.browser.screen import GONE, STRONG, WEAK, Screen

MINE = "The CFO names the day of the board meeting"


@pytest.fixture
def plan(behind):
    return Plan(behind)


def says(screen, words):
    expect(screen.page.locator("#said")).to_have_text(words)


def dead(page):
    """Takes the server away for what is sent; gives what brings it back."""
    gone = [True]
    page.route("**/*", lambda route: route.abort() if gone[0] and route.request.method == "POST" else route.fallback())
    return lambda: gone.__setitem__(0, False)


def two_tabs(open_screen, plan):
    """Two tabs on the same objective, the second of which has moved on."""
    one = open_screen(plan.path)
    one.text.fill(WEAK)
    says(one, "Saved")
    page = one.page.context.new_page()
    page.goto(one.address + plan.path)
    two = Screen(page, one.address)
    two.text.fill(STRONG)
    says(two, "Saved")
    return one, two


def test_the_second_tab_is_asked_and_mine_can_be_kept(open_screen, plan):
    one, _ = two_tabs(open_screen, plan)
    one.text.fill(MINE)
    merge = one.page.locator("#merge")
    expect(merge).to_contain_text(STRONG)
    expect(merge).to_contain_text(MINE)
    assert plan.kept()[0][0] == STRONG
    merge.get_by_role("button", name="Keep what is here").click()
    says(one, "Saved")
    expect(merge).to_have_count(0)
    assert plan.kept()[0][0] == MINE


def test_theirs_can_be_taken_and_both_can_be_joined(open_screen, plan):
    one, two = two_tabs(open_screen, plan)
    one.text.fill(MINE)
    one.page.get_by_role("button", name="Take what is there").click()
    expect(one.text).to_have_value(STRONG)
    says(one, "Saved")
    one.text.fill(WEAK)
    says(one, "Saved")
    two.text.fill(MINE)
    two.page.get_by_role("button", name="Join them").click()
    expect(two.text).to_have_value(f"{WEAK}\n{MINE}")
    says(two, "Saved")
    assert plan.kept()[0][0] == f"{WEAK}\n{MINE}"


def test_a_dead_server_is_named_and_has_all_of_it_once_it_is_back(open_screen, plan):
    screen = open_screen(plan.path, expected=GONE)
    back = dead(screen.page)
    screen.type(WEAK)
    expect(screen.page.get_by_role("alert")).to_contain_text("Your words are kept here")
    says(screen, "In this browser")
    expect(screen.text).to_have_value(WEAK)
    screen.page.get_by_role("button", name="Done").click()
    expect(screen.text).to_have_value(WEAK)
    assert plan.kept() == []
    back()
    says(screen, "Saved")
    expect(screen.page.locator("#trouble")).to_be_hidden()
    assert plan.kept()[0][0] == WEAK


def test_words_outlive_a_closed_tab_while_the_server_was_dead(open_screen, plan):
    screen = open_screen(plan.path, expected=GONE)
    dead(screen.page)
    screen.type(WEAK)
    says(screen, "In this browser")
    context = screen.page.context
    screen.page.close()
    page = context.new_page()
    page.goto(screen.address + plan.path)
    again = Screen(page, screen.address)
    expect(again.text).to_have_value(WEAK)
    says(again, "Saved")
    assert plan.kept()[0][0] == WEAK
