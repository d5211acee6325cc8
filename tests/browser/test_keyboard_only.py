"""Everything can be done without a mouse, and one always sees where one is."""

from playwright.sync_api import expect

from tests.browser.screen import WEAK


def test_from_the_first_key_to_a_rewritten_line(screen):
    keys = screen.page.keyboard
    focused = screen.page.locator(":focus")
    keys.press("Tab")
    expect(focused).to_have_text("To the page")
    screen.tab_to("#text")
    keys.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    expect(screen.tap()).to_be_visible()
    screen.tab_to("#tile-action_oriented")
    keys.press("Enter")
    expect(focused).to_have_attribute("aria-expanded", "false")
    keys.press("Enter")
    expect(focused).to_have_attribute("aria-expanded", "true")
    screen.tab_to(".tap")
    keys.press("Enter")
    expect(screen.text).not_to_have_value(WEAK)


def test_the_call_is_filled_in_by_keys(screen):
    keys = screen.page.keyboard
    screen.tab_to("summary")
    keys.press("Enter")
    keys.press("Tab")
    keys.type("Dec")
    keys.press("Tab")
    keys.type("45")
    expect(screen.page.locator("#known")).to_contain_text("Decision · 45 minutes")


def test_every_stop_shows_itself(screen):
    screen.type(WEAK)
    expect(screen.tap()).to_be_visible()
    screen.page.locator("body").click(position={"x": 1, "y": 1})
    stops = set()
    for _ in range(40):
        screen.page.keyboard.press("Tab")
        seen = screen.page.evaluate(
            """() => {
                const one = document.activeElement, box = one.id === "text" ? one.parentElement : one;
                const style = getComputedStyle(box);
                return [one.outerHTML.slice(0, 80), style.outlineStyle !== "none" || style.boxShadow !== "none"];
            }"""
        )
        if seen[0].startswith("<body"):
            break
        assert seen[1], f"{seen[0]} does not show that it has the focus"
        stops.add(seen[0])
    assert len(stops) > 12
