"""A draft outlives a reload, a clearing hand, and a server that is gone."""

from playwright.sync_api import expect

from tests.browser.screen import GONE, STRONG, WEAK


def test_a_draft_and_its_call_survive_a_reload(screen):
    screen.type(WEAK)
    screen.page.get_by_text("What do you know of the call?").click()
    screen.page.get_by_label("Minutes").fill("45")
    screen.page.reload()
    expect(screen.text).to_have_value(WEAK)
    screen.shows("Action-oriented", "not yet")
    expect(screen.page.locator("#known")).to_contain_text("45 minutes")


def test_clear_empties_the_page_and_can_be_undone(screen):
    screen.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    screen.page.get_by_role("link", name="Clear").click()
    expect(screen.text).to_have_value("")
    screen.page.reload()
    expect(screen.text).to_have_value("")
    screen.page.get_by_role("button", name="Undo clear").click()
    expect(screen.text).to_have_value(WEAK)
    screen.shows("Action-oriented", "not yet")


def test_an_example_that_was_edited_is_not_put_back_by_a_reload(screen):
    screen.page.get_by_text("Check in to see how the product is working").click()
    screen.shows("Action-oriented", "not yet")
    screen.text.fill(STRONG)
    screen.shows("Action-oriented", "met")
    screen.page.reload()
    expect(screen.text).to_have_value(STRONG)


def test_a_rule_can_be_read_and_the_line_is_still_there_afterwards(screen):
    screen.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    screen.unfolded().get_by_role("link").first.click()
    expect(screen.page.get_by_role("heading", name="Why it matters")).to_be_visible()
    screen.page.get_by_role("link", name="To your line").click()
    expect(screen.text).to_have_value(WEAK)


def test_a_server_that_is_gone_is_named_and_asked_again(open_screen):
    screen = open_screen(expected=GONE)
    gone = True
    screen.page.route(
        "**/*", lambda route: route.abort() if gone and route.request.method == "POST" else route.fallback()
    )
    screen.type(WEAK)
    expect(screen.page.get_by_role("alert")).to_contain_text("Your line is kept here")
    expect(screen.text).to_have_value(WEAK)
    gone = False
    screen.shows("Action-oriented", "not yet")
    expect(screen.page.locator("#trouble")).to_be_hidden()


def test_a_page_that_has_grown_old_says_so(open_screen):
    screen = open_screen(expected=("403", *GONE))
    screen.page.context.clear_cookies()
    screen.type(WEAK)
    expect(screen.page.get_by_role("alert")).to_contain_text("This page has grown old")
    screen.page.reload()
    expect(screen.text).to_have_value(WEAK)
    screen.shows("Action-oriented", "not yet")
