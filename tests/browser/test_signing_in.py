"""From one person alone to two who sign in: the door is opened, a colleague joins in a browser of her own, an app with
codes and a passkey let one in. Under `localhost`: browsers allow passkeys over plain http under that name alone."""

import base64
import hmac
import os
import re
import subprocess
import sys
import time

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import expect

from tests.browser.conftest import BLOCKED, COMMAND
from tests.browser.screen import PATIENCE

PASSWORD = "a quiet word about apples"
OTHER = "a long word about pears"


MARA = {"name": "Mara Lind", "email": "mara@northwind.example", "email_verified": True}


@pytest.fixture(scope="module")
def provider():
    """A real identity provider."""
    with run_server_in_thread(user_claims=[User(sub="mara", claims=MARA)]) as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture(scope="module")
def place(tmp_path_factory, provider):
    """The address of a server with nothing in it yet."""
    known = {"CALLWRIGHT_OIDC_URL": provider, "CALLWRIGHT_OIDC_ID": "callwright", "CALLWRIGHT_OIDC_SECRET": "ours"}
    data = {"CALLWRIGHT_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONUNBUFFERED": "1"}
    env = {**os.environ, **known, **data}
    process = subprocess.Popen([sys.executable, "-c", COMMAND], stdout=subprocess.PIPE, text=True, env=env)
    port = re.search(r"http://127\.0\.0\.1:(\d+)", process.stdout.readline())[1]
    yield f"http://localhost:{port}"
    process.terminate()
    process.wait(10)


@pytest.fixture
def browser(chromium, place):
    """Opens a browser of its own; what a page says to the console of a fault fails the test."""
    contexts, wrong = [], []

    def hear(said):
        ours = said.location["url"].startswith(place)  # what the provider's own pages lack is not for us to mend
        if said.type == "error" and ours and BLOCKED not in said.text:
            wrong.append(said.text)

    def open_(**kind):
        context = chromium.new_context(base_url=place, service_workers="block", **kind)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def sign_in(page, address, password):
    page.goto("/accounts/login/")
    page.get_by_label("E-mail").fill(address)
    page.get_by_label("Password").fill(password)
    press(page, "Sign in")


def code_of(secret):
    """What an app shows now, by RFC 6238. With less than five seconds left it waits for the next."""
    if 30 - time.time() % 30 < 5:
        time.sleep(31 - time.time() % 30)
    counter = int(time.time()) // 30
    mac = hmac.digest(base64.b32decode(secret), counter.to_bytes(8, "big"), "sha1")
    at = mac[-1] & 15
    return f"{(int.from_bytes(mac[at : at + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


def set_up_app(page):
    """The secret of an app with codes."""
    page.goto("/accounts/2fa/totp/activate/")
    page.get_by_label("Password").fill(OTHER)
    press(page, "Go on")
    expect(page.get_by_role("img", name="The secret of the app")).to_be_visible()
    page.get_by_text("Or type it in").click()
    secret = page.locator(".secret").inner_text()
    page.get_by_label("The code that the app shows now").fill(code_of(secret))
    press(page, "Use this app")
    expect(page.locator(".codes li")).to_have_count(10)
    return secret


def with_a_key(page, *, the_right_finger=True):
    """A device that keeps passkeys and asks for a finger."""
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": the_right_finger, "automaticPresenceSimulation": True,
    }  # fmt: skip
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def test_the_door_is_opened_a_colleague_joins_and_signs_in_with_a_code_and_a_passkey(browser):
    mara, dana = browser(), browser(viewport={"width": 375, "height": 700}, has_touch=True, is_mobile=True)
    with_a_key(dana)

    mara.goto("/")
    press(mara, "Start empty")
    mara.get_by_role("link", name="Work with others").click()
    mara.get_by_label("Your organization").fill("Northwind Sales")
    mara.get_by_label("Your name").fill("Mara Lind")
    mara.get_by_label("E-mail").fill("mara@northwind.example")
    mara.get_by_label("Password").fill(PASSWORD)
    press(mara, "Open the door")
    expect(mara.get_by_role("heading", name="Northwind Sales")).to_be_visible()

    dana.goto("/")
    expect(dana.get_by_role("heading", name="Sign in")).to_be_visible()

    mara.get_by_role("link", name="Invite somebody").click()
    mara.get_by_label("E-mail").fill("dana@northwind.example")
    press(mara, "Make the link")
    link = mara.get_by_label("The link").input_value()

    dana.goto(link)
    dana.get_by_label("Your name").fill("Dana Reyes")
    dana.get_by_label("Password").fill(OTHER)
    press(dana, "Join")
    dana.get_by_role("link", name="You", exact=True).click()
    expect(dana.get_by_text("Rep at Northwind Sales")).to_be_visible()

    secret = set_up_app(dana)
    dana.goto("/people/you/")
    press(dana, "Sign out")
    sign_in(dana, "dana@northwind.example", OTHER)
    expect(dana.get_by_role("heading", name="One more thing")).to_be_visible()
    time.sleep(max(0.0, 30.5 - time.time() % 30))  # a code counts once
    dana.get_by_label("The code that your app shows now").fill(code_of(secret))
    press(dana, "Sign in")
    expect(dana.get_by_role("link", name="You", exact=True)).to_be_visible()

    dana.goto("/accounts/2fa/webauthn/add/")
    dana.get_by_label("Password").fill(OTHER)
    press(dana, "Go on")
    dana.get_by_label("What you call it").fill("My phone")
    press(dana, "Add it")
    expect(dana.get_by_text("The passkey works from now on.")).to_be_visible()
    dana.goto("/people/you/")
    press(dana, "Sign out")
    dana.goto("/accounts/login/?next=/people/you/")
    press(dana, "With a passkey")
    expect(dana.get_by_role("heading", name="You", exact=True)).to_be_visible()


def test_a_passkey_that_is_called_off_is_said(browser):
    page = browser()
    page.goto("/accounts/login/")
    with_a_key(page, the_right_finger=False)
    press(page, "With a passkey")
    expect(page.get_by_text("The passkey was not used")).to_be_visible()


def test_without_scripts_one_signs_in_and_nothing_is_offered_that_would_need_them(browser):
    page = browser(java_script_enabled=False)
    sign_in(page, "mara@northwind.example", PASSWORD)
    expect(page.get_by_role("link", name="You", exact=True)).to_be_visible()
    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Go on")
    expect(page.get_by_role("button", name="Add it")).to_be_hidden()


def test_single_sign_on_leads_there_and_back_under_the_policy_for_pages(browser, provider):
    page = browser()
    page.goto("/accounts/login/?next=/people/you/")
    press(page, "With single sign-on")
    page.wait_for_url(f"{provider}/**")
    page.get_by_role("button", name="mara").click()
    expect(page.get_by_role("heading", name="You", exact=True)).to_be_visible()
