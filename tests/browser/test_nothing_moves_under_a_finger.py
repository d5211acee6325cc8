"""What one is about to touch stays where it is, and no late answer writes over what one writes."""

import pytest
from playwright.sync_api import expect

from tests.browser.planning import Plan
from tests.browser.screen import STRONG, WEAK


@pytest.fixture
def plan(behind):
    return Plan(behind)


@pytest.fixture
def screen(open_screen, plan):
    screen = open_screen(plan.path)
    screen.text.fill(WEAK)
    screen.shows("Action-oriented", "not yet")
    expect(screen.page.locator("#said")).to_have_text("Saved")
    return screen


@pytest.fixture
def hold(screen):
    """Holds back the first that is asked of the plan from now on; gives it once it is asked."""
    held = []
    screen.page.route("**/plan/", lambda route: route.continue_() if held else held.append(route))

    def first():
        while not held:
            screen.page.wait_for_timeout(20)
        return held[0]

    return first


def test_answers_come_with_their_verdict(screen):
    assert screen.tap().is_visible()


def test_a_verdict_that_comes_while_an_answer_is_pressed_does_not_take_it_away(screen, hold):
    screen.text.press_sequentially(" for them")
    verdict = hold()
    chip = screen.tap().element_handle()
    screen.tap().hover()
    screen.page.mouse.down()
    with screen.page.expect_response("**/plan/"):
        verdict.continue_()
    screen.page.wait_for_timeout(100)
    assert chip.evaluate("one => one.isConnected")
    screen.page.mouse.up()
    expect(screen.page.get_by_text("The line is rewritten.")).to_be_visible()


def test_words_typed_while_an_answer_is_on_its_way_stay(screen, hold):
    screen.tap().click()
    answer = hold()
    screen.text.press("End")
    screen.text.press_sequentially(" in Leeds")
    with screen.page.expect_response("**/plan/"):
        answer.continue_()
    expect(screen.page.locator("#said")).to_have_text("Saved")
    expect(screen.text).to_have_value(f"{WEAK} in Leeds")


def test_a_page_out_of_the_browsers_memory_is_opened_afresh(screen, plan):
    """Else it would write on a version that is long gone, and be told of changes that are its own."""
    screen.page.evaluate("window.old = true")
    with screen.page.expect_navigation():
        screen.page.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert screen.page.evaluate("window.old") is None
    expect(screen.text).to_have_value(WEAK)
    screen.text.fill(STRONG)
    expect(screen.page.locator("#said")).to_have_text("Saved")
    assert plan.kept()[0][0] == STRONG
