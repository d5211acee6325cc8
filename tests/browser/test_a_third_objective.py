"""A third objective lives in the browser until two are chosen: it outlives its page, and is found again."""

import pytest
from playwright.sync_api import expect

from tests.browser.planning import Plan
from tests.browser.screen import STRONG, WEAK, Screen

THIRD = "Find out who signs the budget for the pilot"


@pytest.fixture
def plan(behind):
    return Plan(behind, objectives=(STRONG, WEAK))


@pytest.fixture
def left(open_screen, plan):
    """The plan as it is opened again after the page with the third objective died."""
    screen = open_screen(f"{plan.path}?objective=3")
    screen.type(THIRD)
    expect(screen.page.locator("#said")).to_have_text("In this browser")
    page = screen.page.context.new_page()
    screen.page.close()
    page.goto(screen.address + plan.path)
    return Screen(page, screen.address)


def note(screen):
    return screen.page.locator("#left")


def test_it_is_found_again_and_the_choice_of_two_is_made(left, plan):
    expect(note(left)).to_contain_text(THIRD)
    note(left).get_by_role("link", name="Go on with them").click()
    expect(left.text).to_have_value(THIRD)
    left.page.get_by_role("button", name="Done").click()
    left.page.get_by_role("button", name="Take these along").click()
    left.page.wait_for_url(f"**{plan.path}")
    assert [text for text, *_ in plan.kept()] == [STRONG, THIRD]
    expect(note(left)).to_be_hidden()
    expect(left.page.get_by_label("To ask")).to_have_value(f"If there is time: {WEAK}")


def test_who_leaves_it_at_two_is_not_asked_again(left, plan):
    note(left).get_by_role("link", name="Go on with them").click()
    expect(left.text).to_have_value(THIRD)
    left.page.get_by_role("link", name="Leave it at two").click()
    expect(left.text).to_have_value(STRONG)
    expect(note(left)).to_be_hidden()
    assert len(plan.kept()) == 2


def test_another_member_is_not_shown_it(left, plan):
    theirs = ("callwright.plan.", "callwright.plan.9")  # another key of a member
    left.page.route(
        f"**{plan.path}", lambda route: route.fulfill(response=(had := route.fetch()), body=had.text().replace(*theirs))
    )
    left.page.goto(left.address + plan.path)
    expect(left.text).to_have_value(STRONG)
    expect(note(left)).to_be_hidden()
