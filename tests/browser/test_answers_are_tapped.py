"""One tap rewrites the line; one more takes that back."""

from playwright.sync_api import expect

from tests.browser.screen import WEAK


def test_a_tapped_answer_rewrites_the_line_and_undo_brings_it_back(screen):
    screen.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    screen.tap(0).click()
    expect(screen.text).not_to_have_value(WEAK)
    screen.shows("Action-oriented", "met")
    screen.page.get_by_role("button", name="Undo", exact=True).click()
    expect(screen.text).to_have_value(WEAK)
    screen.shows("Action-oriented", "not yet")


def test_ones_own_words_are_worked_in_on_enter(screen):
    screen.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    own = screen.unfolded().get_by_label("Your own words")
    expect(screen.tap()).to_be_visible()
    own.press_sequentially("name the two sites for the trial")
    own.press("Enter")
    expect(screen.page.get_by_text("The line is rewritten.")).to_be_visible()
    assert "two sites" in screen.text.input_value()


def test_words_begun_are_not_lost_when_the_answers_arrive(screen):
    screen.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    screen.unfolded().get_by_label("Your own words").press_sequentially("name tw")
    expect(screen.tap()).to_be_visible()
    expect(screen.unfolded().get_by_label("Your own words")).to_have_value("name tw")
