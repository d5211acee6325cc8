"""Phone to desktop, light and dark: it fits, it can be touched, and axe finds nothing to object to."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.screen import STRONG, WEAK

WIDTHS = (320, 768, 1280)
SMALLEST = 44
"""Pixels of the smallest thing to be touched."""

TOO_SMALL = f"""
() => [...document.querySelectorAll("button, select, input:not([type=hidden]), summary, .top a, .examples a, .go")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 70), one.getBoundingClientRect()])
  .filter(([, box]) => box.height < {SMALLEST} || box.width < {SMALLEST})
  .map(([html]) => html)
"""


def objections(page):
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_at_any_step(open_screen, width, scheme):
    screen = open_screen(width=width, color_scheme=scheme)
    assert objections(screen.page) == []
    screen.page.locator("#call summary").click()
    screen.text.fill(WEAK)
    screen.shows("Action-oriented", "not yet")
    expect(screen.tap()).to_be_visible()
    assert objections(screen.page) == []
    screen.text.fill(STRONG)
    screen.shows("Action-oriented", "met")
    assert objections(screen.page) == []


@pytest.mark.parametrize("path", ["/rules/", "/rules/M01/", "/nowhere/"])
def test_axe_finds_nothing_on_the_other_pages(open_screen, path):
    screen = open_screen(path, width=320, color_scheme="dark", expected=("404",))
    assert objections(screen.page) == []


@pytest.mark.parametrize("width", [320, 375])
def test_on_a_phone_all_fits_and_can_be_touched(open_screen, width):
    screen = open_screen(width=width, height=640, has_touch=True, is_mobile=True)
    assert screen.page.evaluate(TOO_SMALL) == []
    screen.text.fill(WEAK + ", and how Wolfeschlegelsteinhausenbergerdorff likes it")
    expect(screen.tap()).to_be_visible()
    screen.page.locator("#call summary").tap()
    assert screen.page.evaluate(TOO_SMALL) == []
    assert screen.page.evaluate("document.documentElement.scrollWidth") == width


def test_the_letters_are_in_view_above_a_phones_keyboard(open_screen):
    screen = open_screen(width=375, height=667, has_touch=True, is_mobile=True)
    box = screen.tile("Specific").bounding_box()
    assert box["y"] + box["height"] < 667 - 260


def test_dark_is_dark_and_light_is_light(open_screen):
    seen = {}
    for scheme in ("light", "dark"):
        page = open_screen(color_scheme=scheme).page
        seen[scheme] = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert seen == {"light": "rgb(248, 245, 238)", "dark": "rgb(23, 22, 19)"}


def test_nothing_moves_where_that_is_unwanted(open_screen):
    screen = open_screen(reduced_motion="reduce")
    moving = (
        "[...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').length"
    )
    assert screen.page.evaluate(moving) == 0


def test_the_letters_differ_by_shape_without_any_colour(open_screen):
    screen = open_screen()
    screen.text.fill(WEAK)
    screen.shows("Realistic", "met")
    fill = "one => getComputedStyle(one.querySelector('.sort')).backgroundColor"
    assert screen.tile("Realistic").evaluate(fill) != screen.tile("Action-oriented").evaluate(fill)


def test_on_paper_the_line_and_every_reason_stand_in_full(open_screen):
    screen = open_screen()
    screen.text.fill(WEAK)
    screen.shows("Action-oriented", "not yet")
    screen.page.emulate_media(media="print")
    expect(screen.page.locator("#marked")).to_be_visible()
    expect(screen.page.locator("#why-realistic")).to_be_visible()
    expect(screen.page.locator("#why-measurable")).to_be_visible()
    expect(screen.text).to_be_hidden()
