"""A rep prepares a call: on a phone with a thumb, with keys alone, without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser.planning import Plan
from tests.browser.screen import STRONG, WEAK
from tests.browser.test_every_screen import TOO_SMALL, objections
from tests.browser.test_first_load import MOST

WATCH_SHIFTS = """
window.shifted = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (!entry.hadRecentInput)
      window.shifted.push([entry.value, entry.sources.map((one) => one.node && one.node.outerHTML.slice(0, 80))]);
}).observe({ type: "layout-shift", buffered: true });
"""
"""What moves by itself. Room for the verdict opens under the first key that is pressed, and then stays."""

PHONE = {"width": 375, "height": 740, "has_touch": True, "is_mobile": True}
ENOUGH = 5
"""Interactions from Today to a saved SMART objective by suggestion, at most."""


@pytest.fixture
def plan(behind):
    return Plan(behind)


def saved(screen):
    expect(screen.page.locator("#said")).to_have_text("Saved")


def test_from_today_to_a_smart_objective_by_a_suggestion_in_at_most_five_interactions(open_screen, plan):
    screen = open_screen("/", **PHONE)
    touches = 0
    for wanted in (
        screen.page.get_by_role("link", name=plan.customer).first,
        screen.page.locator("#verdict .idea").first,
        screen.page.get_by_role("button", name="Done"),
    ):
        screen.page.wait_for_load_state()
        wanted.tap()  # the last two in quick succession: Done waits for the idea to be in the field
        touches += 1
    expect(screen.page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    [[text, fallback, smart]] = plan.kept()
    assert smart
    assert text
    assert fallback
    assert touches <= ENOUGH


def test_done_waits_for_an_idea_that_is_on_its_way(open_screen, plan):
    screen = open_screen(plan.path, **PHONE)
    held = []
    screen.page.wait_for_load_state()
    screen.page.route("**/plan/", lambda route: route.continue_() if held else held.append(route))
    screen.page.locator("#verdict .idea").first.tap()
    screen.page.get_by_role("button", name="Done").tap()
    while not held:
        screen.page.wait_for_timeout(20)
    held[0].continue_()
    expect(screen.page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    assert plan.kept()[0][2]


def test_a_first_call_is_prepared_on_a_phone(open_screen, plan):
    screen = open_screen(plan.path, **PHONE)
    screen.page.evaluate(WATCH_SHIFTS)
    screen.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    saved(screen)
    expect(screen.tap()).to_be_visible()
    assert screen.page.evaluate("window.shifted") == []
    screen.tap().tap()
    expect(screen.text).not_to_have_value(WEAK)
    saved(screen)
    screen.page.get_by_text("If that fails, at least …").first.tap()
    screen.page.get_by_label("If that fails, at least …").fill("a date for the next call")
    screen.page.get_by_role("button", name="+ second objective").tap()
    screen.page.wait_for_url("**objective=2")
    screen.text.fill(STRONG)
    screen.page.get_by_role("button", name="Done").tap()
    expect(screen.page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    first, second = plan.kept()
    assert first[1] == "a date for the next call"
    assert second[::2] == [STRONG, True]


def test_a_finding_is_set_aside_with_a_reason_and_taken_back(open_screen, plan):
    screen = open_screen(plan.path, **PHONE)
    screen.text.fill(WEAK)
    screen.shows("Action-oriented", "not yet")
    aside = screen.page.locator("#why-action_oriented .disagree").first
    aside.locator("summary").tap()
    aside.get_by_label("Why it does not apply").fill("She asked me to")
    aside.get_by_role("button", name="Set aside for this line").tap()
    screen.shows("Action-oriented", "set aside")
    screen.tile("Action-oriented").tap()
    expect(screen.unfolded()).to_contain_text("She asked me to")
    screen.page.get_by_role("button", name="Take that back").tap()
    screen.shows("Action-oriented", "not yet")


def test_on_a_wide_screen_what_is_known_and_the_notes_stand_beside_the_objective(open_screen, plan):
    screen = open_screen(plan.path)
    field = screen.text.bounding_box()
    beside = screen.page.get_by_label("To bring")
    assert beside.bounding_box()["x"] > field["x"] + field["width"]
    assert screen.page.get_by_text("Payroll software").bounding_box()["x"] > field["x"] + field["width"]
    screen.text.fill(STRONG)
    beside.fill("the contract")
    saved(screen)
    screen.page.reload()
    expect(beside).to_have_value("the contract")


def test_on_a_phone_they_are_folded_away_below_it(open_screen, plan):
    screen = open_screen(plan.path, **PHONE)
    expect(screen.page.get_by_label("To bring")).to_be_hidden()
    folded = screen.page.get_by_text("Notes for the call")
    assert folded.bounding_box()["y"] > screen.text.bounding_box()["y"]


def test_it_is_done_by_keys_alone(open_screen, plan):
    screen = open_screen(plan.path)
    keys = screen.page.keyboard
    screen.tab_to("#text")
    keys.type(WEAK)
    screen.shows("Action-oriented", "not yet")
    expect(screen.tap()).to_be_visible()
    screen.tab_to(".offer .tap")
    keys.press("Enter")
    expect(screen.text).not_to_have_value(WEAK)
    screen.tab_to("button[name=done]")
    keys.press("Enter")
    expect(screen.page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    assert len(plan.kept()) == 1


def test_without_javascript_buttons_do_it_all(open_screen, plan):
    screen = open_screen(plan.path, java_script_enabled=False, width=375)
    screen.text.fill(WEAK)
    screen.page.get_by_role("button", name="Check the line").click()
    screen.shows("Action-oriented", "not yet")
    screen.tap().click()
    expect(screen.text).not_to_have_value(WEAK)
    screen.page.get_by_role("button", name="Undo", exact=True).click()
    expect(screen.text).to_have_value(WEAK)
    screen.page.locator("#ideas > summary").click()
    screen.page.locator("#ideas .idea").nth(1).click()
    screen.page.get_by_role("button", name="Done").click()
    expect(screen.page.get_by_role("heading", name="Today", level=1)).to_be_visible()
    [[_, fallback, smart]] = plan.kept()
    assert smart
    assert fallback


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_and_the_thumb_find_nothing_to_object_to(open_screen, plan, width, scheme):
    screen = open_screen(plan.path, width=width, color_scheme=scheme)
    assert objections(screen.page) == []
    assert screen.page.evaluate(TOO_SMALL) == []
    screen.text.fill(WEAK)
    screen.shows("Action-oriented", "not yet")
    expect(screen.tap()).to_be_visible()
    for fold in screen.page.locator("details:visible > summary").all():
        fold.click()
    assert objections(screen.page) == []
    assert screen.page.evaluate(TOO_SMALL) == []
    assert screen.page.evaluate("document.documentElement.scrollWidth") == width
    screen.page.goto(f"{screen.address}{plan.path}?objective=3")
    screen.text.fill("Find out their budget, agree on a date for the pilot, and get the name of the IT lead")
    screen.page.get_by_role("button", name="Done").click()
    expect(screen.page.get_by_text("Which?")).to_be_visible()
    assert objections(screen.page) == []


def test_the_first_load_is_light(chromium, address, plan):
    context = chromium.new_context(service_workers="block")
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    sizes = []
    wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(address + plan.path, wait_until="networkidle")
    context.close()
    assert len(sizes) >= 10
    assert sum(sizes) <= MOST
