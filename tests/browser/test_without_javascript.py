"""Without JavaScript a button does what typing does elsewhere."""

import pytest
from playwright.sync_api import expect

from tests.browser.screen import STRONG, WEAK


@pytest.fixture
def screen(open_screen):
    return open_screen(java_script_enabled=False, width=375)


def test_a_line_is_checked_answered_and_taken_back_by_buttons(screen):
    screen.text.fill(WEAK)
    screen.page.get_by_role("button", name="Check the line").click()
    screen.shows("Action-oriented", "not yet")
    expect(screen.text).to_have_value(WEAK)
    expect(screen.page.locator("#marked")).to_be_visible()
    screen.tap(0).click()
    expect(screen.text).not_to_have_value(WEAK)
    screen.page.get_by_role("button", name="Undo", exact=True).click()
    expect(screen.text).to_have_value(WEAK)


def test_a_letter_unfolds_by_its_own_button(screen):
    screen.text.fill(STRONG)
    screen.page.get_by_role("button", name="Check the line").click()
    screen.tile("Realistic").click()
    expect(screen.page.locator("#why-realistic")).to_be_visible()
    screen.tile("Realistic").click()
    expect(screen.page.locator("#why-realistic")).to_be_hidden()


def test_an_example_is_a_link(screen):
    screen.page.get_by_text("Check in to see how the product is working").click()
    screen.shows("Action-oriented", "not yet")


def test_nothing_that_needs_javascript_is_offered(screen):
    screen.text.fill(STRONG)
    screen.page.get_by_role("button", name="Check the line").click()
    expect(screen.page.get_by_role("button", name="Copy the line")).to_be_hidden()
    expect(screen.page.get_by_text("Your draft stays in this browser")).to_be_hidden()
