"""The pages before one is in, and those of an organization's people: axe finds nothing, all fits and can be touched."""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.browser.screen import PATIENCE
from tests.browser.test_all_pages import TOO_SMALL
from tests.browser.test_every_screen import objections
from tests.web.people.addresses import PAGES

FILLED = """
import json
from callwright.web import prepare, serve
prepare()
from callwright.web.accounts.actions import open_door, open_personal_workspace
from tests.web.people.test_every_page_of_people import people_of
from tests.web.world import a_world
me = open_personal_workspace()
a_world(me, 2)
admin = open_door(member=me, organization="Northwind Sales", name="Mara Lind", email="mara@northwind.example",
                  password="a quiet word about apples")
keys = people_of(admin, 2)
print(json.dumps(keys), flush=True)
serve(port=0)
"""

OUTSIDE = {
    "sign in": "/accounts/login/",
    "by invitation": "/accounts/signup/",
    "forgotten": "/accounts/password/reset/",
    "asked for": "/accounts/password/reset/done/",
    "join": PAGES["join"][0],
    "too late": "/people/join/nowhere/",
}
OWN = {
    **{name: address for name, (address, _) in PAGES.items() if name != "join"},
    "address": "/accounts/email/",
    "password": "/accounts/password/change/",
    "second factor": "/accounts/2fa/",
    "app": "/accounts/2fa/totp/activate/",
    "passkeys": "/accounts/2fa/webauthn/",
    "passkey": "/accounts/2fa/webauthn/add/",
    "sessions": "/accounts/sessions/",
    "sign out": "/accounts/logout/",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The address of a server with an organization in it, and the keys for its pages."""
    env = {**os.environ, "CALLWRIGHT_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen([sys.executable, "-c", FILLED], stdout=subprocess.PIPE, text=True, env=env)
    keys = json.loads(process.stdout.readline())
    yield re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0], keys
    process.terminate()
    process.wait(10)


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (375, "light"), (1280, "light")])
def test_axe_finds_nothing_on_any_page_all_of_it_fits_and_can_be_touched(chromium, filled, width, scheme):
    base, keys = filled
    context = chromium.new_context(
        base_url=base, viewport={"width": width, "height": 720}, color_scheme=scheme, service_workers="block"
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    found = looked_at(page, OUTSIDE, keys, width)
    come_in(page)
    found |= looked_at(page, OWN, keys, width)
    context.close()
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def looked_at(page, addresses, keys, width):
    """What there is to object to, page by page."""
    found = {}
    for name, address in addresses.items():
        page.goto(address.format(**keys))
        wide = page.evaluate("document.documentElement.scrollWidth")
        small = page.evaluate(TOO_SMALL) if width < 1280 else []
        found[name] = [*objections(page), *small, *([f"{wide} px wide"] if wide > width else [])]
    return found


def come_in(page):
    """Signs in, and shows once more that it is oneself."""
    page.goto("/accounts/login/")
    page.get_by_label("E-mail").fill("mara@northwind.example")
    page.get_by_label("Password").fill("a quiet word about apples")
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto("/accounts/reauthenticate/")
    page.get_by_label("Password").fill("a quiet word about apples")
    page.get_by_role("button", name="Go on").click()
