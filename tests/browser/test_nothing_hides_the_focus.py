"""On a phone what stays at the bottom, the places and the main action, never hides what has the keyboard's focus."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_all_pages import filled, page_of  # noqa: F401  fixtures

HIDDEN = """
() => {
  const one = document.activeElement;
  if (one === document.body) return null;
  const box = (one.closest("label") || one).getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
  const seen = points.some(([across, down]) => {
    const at = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
    return at && (one.contains(at) || at.contains(one) || one.closest("label")?.contains(at));
  });
  return seen ? "" : one.outerHTML.slice(0, 90);
}
"""
PAGES = ("today", "week", "customers", "customer", "part", "new-call", "call", "search", "stages", "plan", "debrief")


@pytest.mark.parametrize("height", [500, 667])
def test_whatever_has_the_focus_can_be_seen(page_of, filled, height):  # noqa: F811
    page = page_of(375, has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 375, "height": height})
    hidden = {}
    for name in PAGES:
        page.goto(filled[name])
        for _ in range(400):
            page.keyboard.press("Tab")
            found = page.evaluate(HIDDEN)
            if found is None:
                break
            if found:
                hidden.setdefault(name, []).append(found)
    assert hidden == {}


@pytest.mark.parametrize("name", ["today", "week", "customers", "customer", "search", "stages"])
def test_the_places_lie_under_the_thumb_and_the_end_of_the_page_above_them(page_of, filled, name):  # noqa: F811
    page = page_of(375, has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(filled[name])
    places = page.get_by_role("navigation", name="Callwright").get_by_role("link")
    expect(places).to_have_count(4)
    assert all(box["y"] + box["height"] > 667 - 66 for box in (one.bounding_box() for one in places.all()))
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".foot p").last.bounding_box()
    assert last["y"] + last["height"] <= places.first.bounding_box()["y"]


@pytest.mark.parametrize(
    ("name", "does"),
    [
        ("today", "Plan a call"),
        ("week", "Plan a call"),
        ("customer", "Open the plan"),
        ("customers", "+ Customer"),
        ("new-call", "Plan the call"),
        ("call", "Save"),
    ],
)
def test_what_one_mainly_does_on_a_page_lies_within_reach_of_the_thumb(page_of, filled, name, does):  # noqa: F811
    page = page_of(375, has_touch=True, is_mobile=True)
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(filled[name])
    box = page.get_by_text(does, exact=True).first.bounding_box()
    assert 667 / 2 < box["y"] < 667 - 40
