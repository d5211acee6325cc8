"""The verdict appears while a rep types: no button, no page load, nothing jumps."""

from playwright.sync_api import expect

from tests.browser.screen import GONE, STRONG, WEAK

WATCH_SHIFTS = """
window.shifted = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    window.shifted.push([entry.value, entry.sources.map((one) => one.node && one.node.outerHTML.slice(0, 80))]);
}).observe({ type: "layout-shift", buffered: true });
"""


def test_the_verdict_appears_and_changes_while_the_line_is_typed(screen):
    screen.page.evaluate("window.same = true")
    screen.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    screen.text.fill(STRONG)
    screen.shows("Action-oriented", "met")
    expect(screen.page.get_by_text("That is a SMART objective. Take it along.")).to_be_visible()
    assert screen.page.evaluate("window.same")


def test_nothing_moves_when_the_verdict_and_its_answers_arrive(open_screen):
    for width in (320, 1280):
        screen = open_screen(width=width, height=720)
        screen.page.evaluate(WATCH_SHIFTS)
        screen.type(WEAK)
        screen.shows("Action-oriented", "not yet")
        expect(screen.tap()).to_be_visible()
        screen.page.wait_for_timeout(200)
        assert screen.page.evaluate("window.shifted") == []


def test_the_words_in_question_are_marked_in_the_field_and_keep_their_marks_while_it_is_edited(open_screen):
    screen = open_screen(expected=GONE)
    screen.type("Discuss next steps")
    mark = screen.page.locator("#under mark").first
    expect(mark).to_be_visible()
    words = mark.text_content()
    screen.page.route("**/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    screen.text.press("Home")
    screen.text.press_sequentially("We ")
    assert mark.text_content() == words
    assert screen.page.locator("#under").text_content().startswith("We Discuss")
    screen.page.unroute("**/")


def test_a_letter_unfolds_and_folds_its_reason_at_once(screen):
    screen.type(WEAK)
    screen.shows("Realistic", "met")
    screen.tile("Realistic").click()
    expect(screen.tile("Realistic")).to_have_attribute("aria-expanded", "true")
    expect(screen.unfolded()).to_contain_text("Realistic: met")
    screen.tile("Realistic").click()
    expect(screen.page.locator(".why:not([hidden])")).to_have_count(0)


def test_the_unfolded_letter_stays_while_one_types_on(screen):
    screen.type(WEAK)
    screen.shows("Time-bound", "met")
    screen.tile("Time-bound").click()
    with screen.page.expect_response(lambda answer: answer.request.method == "POST"):
        screen.text.press_sequentially(" for them")
    expect(screen.tile("Time-bound")).to_have_attribute("aria-expanded", "true")


def test_what_is_known_of_the_call_changes_the_verdict(screen):
    screen.type("The owner places a first order")
    screen.shows("Realistic", "")
    screen.page.get_by_text("What do you know of the call?").click()
    screen.page.get_by_label("First meeting").select_option("yes")
    screen.page.get_by_label("Where the customer stands").select_option("introduction")
    screen.shows("Realistic", "not yet")
    expect(screen.page.locator("#known")).to_contain_text("Introduction · first meeting")


def test_a_slip_is_named_beside_its_field(screen):
    screen.type(STRONG)
    screen.page.get_by_text("What do you know of the call?").click()
    screen.page.get_by_label("Minutes").fill("half an hour")
    expect(screen.page.locator("#slips")).to_contain_text("Minutes take a whole number")
    screen.page.get_by_label("Minutes").fill("30")
    expect(screen.page.locator("#slips")).to_be_empty()


def test_the_verdict_is_spoken_once_it_rests(screen):
    spoken = screen.page.get_by_role("status")
    screen.type(WEAK)
    expect(spoken).to_contain_text("Not yet")
    screen.text.fill(STRONG)
    expect(spoken).to_have_text("That is a SMART objective.")


def test_the_line_can_be_copied(open_screen):
    screen = open_screen(permissions=["clipboard-read", "clipboard-write"])
    screen.type(STRONG)
    screen.page.get_by_role("button", name="Copy the line").click()
    expect(screen.page.get_by_role("button", name="Copied")).to_be_visible()
    assert screen.page.evaluate("navigator.clipboard.readText()") == STRONG
