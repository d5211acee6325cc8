"""From a fresh machine to a first SMART objective: one question, a call in four fields, a line that holds."""

import os
import re
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import COMMAND
from tests.browser.screen import PATIENCE, STRONG
from tests.browser.test_every_screen import TOO_SMALL, objections


@pytest.fixture
def fresh(tmp_path):
    """The address of a server that nobody has used yet."""
    env = {**os.environ, "CALLWRIGHT_DATA": str(tmp_path), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([sys.executable, "-c", COMMAND], stdout=subprocess.PIPE, text=True, env=env)
    yield re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]
    process.terminate()
    process.wait(10)


@pytest.fixture
def page(chromium, fresh, request):
    """A phone before that server; scripts and colours as the test says."""
    kind = {"service_workers": "block", "has_touch": True, "is_mobile": True, **getattr(request, "param", {})}
    context = chromium.new_context(viewport={"width": 375, "height": 720}, base_url=fresh, **kind)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto("/")
    yield page
    context.close()


def plan_a_call(page):
    page.get_by_role("link", name="Plan a call").first.click()
    page.get_by_label("Customer", exact=True).fill("Northfield Foods")
    page.get_by_label("Day", exact=True).fill("2031-03-04")
    page.get_by_label("Time", exact=True).fill("14:00")
    page.get_by_label("Who attends").fill("CFO, IT lead")
    page.get_by_role("button", name="Plan the call").click()
    expect(page.get_by_role("heading", name="Northfield Foods")).to_be_visible()


def test_from_the_first_start_to_a_smart_objective(page):
    page.get_by_role("button", name="Start empty").tap()
    expect(page.get_by_text("No calls yet")).to_be_visible()
    plan_a_call(page)
    page.get_by_label("By the end of this call").fill(STRONG)
    expect(page.get_by_role("button", name="Specific")).to_contain_text("met")
    page.get_by_role("button", name="Done").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.goto("/week/?day=2031-03-04")
    line = page.locator(".call-line")
    expect(line).to_contain_text("Northfield Foods")
    expect(line).to_contain_text(STRONG)
    expect(line).to_contain_text("SMART")


@pytest.mark.parametrize("page", [{"java_script_enabled": False}], indirect=True, ids=["without scripts"])
def test_without_javascript_a_call_is_planned_all_the_same(page):
    page.get_by_role("button", name="Start empty").tap()
    plan_a_call(page)
    page.goto("/calls/new/")
    page.get_by_text("Northfield Foods", exact=True).tap()
    expect(page.get_by_label("Northfield Foods", exact=True)).to_be_checked()


@pytest.mark.parametrize("page", [{}, {"color_scheme": "dark"}], indirect=True, ids=["light", "dark"])
def test_axe_and_the_thumb_find_nothing_to_object_to(page):
    assert objections(page) == []
    page.get_by_role("button", name="Look around with examples").tap()
    expect(page.get_by_text("You are looking around")).to_be_visible()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 720})
        for path in ("/", "/week/", "/calls/new/", "/calls/7/", "/nowhere/"):
            page.goto(path)
            assert (path, width, objections(page)) == (path, width, [])
            assert (path, page.evaluate(TOO_SMALL)) == (path, [])
            assert page.evaluate("document.documentElement.scrollWidth") == width, path


def test_a_customer_is_found_while_typing_and_brings_its_people(page):
    page.get_by_role("button", name="Look around with examples").tap()
    page.get_by_role("link", name="Plan a call").first.click()
    page.get_by_label("Customer", exact=True).press_sequentially("north")
    page.get_by_text("Northfield Foods", exact=True).tap()
    expect(page.get_by_label("Customer", exact=True)).to_have_value("Northfield Foods")
    page.get_by_text("Ms Thornby (CFO)").tap()
    page.get_by_text("45", exact=True).tap()
    page.get_by_role("button", name="Plan the call").click()
    expect(page.get_by_text("Ms Thornby (CFO)")).to_be_visible()
