"""A rep in a tunnel: the brief is there without a network, and says that it is a copy and from when."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.test_every_screen import objections

LINE = "The CFO agrees to a two-week pilot starting 1 December"
GONE = ("ERR_INTERNET_DISCONNECTED", "ERR_FAILED", "404")
A_CALL = """
call = a_call(me, a_customer(me, name={name!r}), starts=timezone.now() + dt.timedelta(hours=2), to_ask="Who signs?")
an_objective(call, "The CFO agrees to a two-week pilot starting 1 December", letters="+++++", fallback="a name")
me.organization.started = True
me.organization.save()
print(json.dumps(call.pk))
"""
SINCE = re.compile(r"copy that was kept .* on \w+day,? \d+ \w+ at \d\d:\d\d")
KEPT = """
async (path) => {
  const cache = await caches.open("callwright-briefs");
  return Boolean(await cache.match(path));
}
"""


@pytest.fixture
def brief(behind):
    """The address of the brief of a call in two hours."""
    return f"/calls/{behind(A_CALL.format(name='Northfield Foods'))}/brief/"


def phone(open_screen, path):
    return open_screen(
        path, width=375, height=667, has_touch=True, is_mobile=True, service_workers="allow", expected=GONE
    ).page


def wait_until(page, path, *, kept):
    """Until the device keeps a copy of the brief, or none any more."""
    for _ in range(300):
        if page.evaluate(KEPT, path) is kept:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{path} is {'not ' if kept else ''}kept on the device")


def test_a_brief_that_was_seen_opens_without_a_network_and_says_from_when_it_is(open_screen, brief):
    page = phone(open_screen, brief)
    expect(page.get_by_role("status")).to_be_hidden()
    wait_until(page, brief, kept=True)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text(LINE)).to_be_visible()
    expect(page.get_by_text("Who signs?")).to_be_visible()
    expect(page.get_by_role("status")).to_contain_text(SINCE)
    expect(page.get_by_role("link", name="Change the plan")).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.querySelector('.aim .line')).fontWeight") == "600", "styles too"
    assert objections(page) == []
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_role("status")).to_be_hidden()


def test_a_brief_that_was_never_opened_is_there_once_today_was(open_screen, brief):
    page = phone(open_screen, "/")
    wait_until(page, brief, kept=True)
    page.context.set_offline(True)
    page.goto(page.url + "week/")
    expect(page.get_by_role("heading", name="Callwright cannot be reached")).to_be_visible()
    assert objections(page) == []
    page.locator(f"a[href='{brief}']").click()
    expect(page.get_by_text(LINE)).to_be_visible()


def test_a_brief_that_is_gone_leaves_no_copy(open_screen, behind, brief):
    page = phone(open_screen, brief)
    wait_until(page, brief, kept=True)
    pk = int(brief.split("/")[2])
    behind(f"from callwright.web.calls.models import Call\nCall.objects.filter(pk={pk}).delete()\nprint(1)")
    page.goto(page.url)
    wait_until(page, brief, kept=False)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(open_screen, brief, width, scheme):
    screen = open_screen(brief, width=width, color_scheme=scheme)
    for path in (brief, "/calls/briefs/mail/", "/jobs/", "/offline/"):
        screen.page.goto(screen.address + path)
        assert objections(screen.page) == [], path


def test_all_of_a_brief_is_on_one_screen_of_a_phone(open_screen, brief):
    page = phone(open_screen, brief)
    box = page.get_by_text("Who signs?").bounding_box()
    assert box["y"] + box["height"] < 667 - 72, "above the button that stays"
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_on_paper_there_is_the_brief_and_nothing_else(open_screen, brief):
    page = open_screen(brief).page
    page.emulate_media(media="print")
    expect(page.get_by_text(LINE)).to_be_visible()
    expect(page.get_by_role("link", name="PDF")).to_be_hidden()
    expect(page.get_by_role("navigation", name="Callwright")).to_be_hidden()
