"""Every page there is, filled: axe finds nothing, all fits and can be touched, it is light, nothing is from afar."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.browser.conftest import BLOCKED
from tests.browser.screen import PATIENCE
from tests.browser.test_every_screen import SMALLEST, objections
from tests.browser.test_first_load import MOST
from tests.web.test_every_page import PAGES

FILLED = """
import json
from callwright.web import prepare, serve
prepare()
from callwright.web.accounts.actions import open_personal_workspace
from tests.web.world import a_world
print(json.dumps(a_world(open_personal_workspace(), 2)), flush=True)
serve(port=0)
"""

TOO_SMALL = f"""
() => [...document.querySelectorAll("button, select, input:not([type=hidden]), summary, nav a, .go, .tap, a.row")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one.outerHTML.slice(0, 90), (one.closest("label") || one).getBoundingClientRect()])
  .filter(([, box]) => box.height < {SMALLEST} || box.width < {SMALLEST})
  .map(([html]) => html)
"""
"""A box to tick is as large as its label."""

NO_PAGE = {
    "export-json", "export-csv", "brief-pdf", "brief-ics", "manifest", "service-worker", "briefs-coming",
    "call-customers", "call-who",
}  # fmt: skip
"""Files, and parts that only a script asks for."""

HTML = {name: address for name, (address, _) in PAGES.items() if name not in NO_PAGE}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The addresses of every page of a server with a rep's calls in it."""
    env = {**os.environ, "CALLWRIGHT_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([sys.executable, "-c", FILLED], stdout=subprocess.PIPE, text=True, env=env)
    keys = json.loads(process.stdout.readline())
    base = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]
    yield {name: base + address.format(**keys) for name, address in HTML.items()}
    process.terminate()
    process.wait(10)


@pytest.fixture
def page_of(chromium):
    """Opens a browser of a given kind."""
    contexts = []

    def open_(width, **kind):
        context = chromium.new_context(viewport={"width": width, "height": 720}, service_workers="block", **kind)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (320, "dark"),
        (1280, "light"),
        pytest.param(320, "light", marks=pytest.mark.long),
        pytest.param(1280, "dark", marks=pytest.mark.long),
    ],
)
def test_axe_finds_nothing_on_any_page_and_all_of_it_fits(page_of, filled, width, scheme):
    page = page_of(width, color_scheme=scheme)
    found = {}
    for name, address in filled.items():
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        found[name] = objections(page) + ([f"{wide} px wide"] if wide > width else [])
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_the_console_has_nothing_to_say_of_any_page(page_of, filled):
    page, said = page_of(375), []
    page.on("console", lambda told: BLOCKED in told.text or said.append(told.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    found = {}
    for name, address in filled.items():
        page.goto(address, wait_until="networkidle")
        found[name] = said[:]
        said.clear()
    assert {name: words for name, words in found.items() if words} == {}


def test_on_a_phone_everything_can_be_touched(page_of, filled):
    page = page_of(375, has_touch=True, is_mobile=True)
    found = {}
    for name, address in filled.items():
        page.goto(address)
        found[name] = page.evaluate(TOO_SMALL)
    assert {name: small for name, small in found.items() if small} == {}


def test_each_first_load_is_light_and_all_from_here(chromium, filled):
    heavy, elsewhere = {}, []
    for name, address in filled.items():
        context = chromium.new_context(service_workers="block")
        page, sizes = context.new_page(), []
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda event, sizes=sizes: sizes.append(event["encodedDataLength"]))
        page.on("request", lambda sent: sent.url.startswith("http://127.0.0.1:") or elsewhere.append(sent.url))
        page.goto(address, wait_until="networkidle")
        context.close()
        assert sizes
        if sum(sizes) > MOST:
            heavy[name] = sum(sizes)
    assert (heavy, elsewhere) == ({}, [])
