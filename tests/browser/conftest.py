"""A real Chromium before a real server: `serve` in a process of its own, on loopback, with an empty data folder."""

import json
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.screen import PATIENCE, Screen

COMMAND = "from callwright.web import serve; serve(port=0)"
BEHIND = """
import datetime as dt, json, os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "callwright.web.settings"
django.setup()
from django.utils import timezone
from tests.web.cast import *
from callwright.web.accounts.actions import open_personal_workspace
me = open_personal_workspace()
"""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
]

BLOCKED = "Service Worker registration blocked by Playwright"

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    for item in items:
        if "tests/browser" in item.path.as_posix():
            item.add_marker(pytest.mark.browser)


# Both last for this folder alone: while Playwright runs, so does an event loop, which other tests could not do with.
@pytest.fixture(scope="package")
def env(tmp_path_factory):
    """The surroundings of the server's process, its data folder among them."""
    return {**os.environ, "CALLWRIGHT_DATA": str(tmp_path_factory.mktemp("data")), "PYTHONUNBUFFERED": "1"}


@pytest.fixture(scope="package")
def address(env):
    process = subprocess.Popen([sys.executable, "-c", COMMAND], stdout=subprocess.PIPE, text=True, env=env)
    yield re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="package")
def chromium():
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        pytest.fail("no Chromium: `make test` finds or installs one; CHROMIUM=/path names another")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_screen(chromium, address):
    """Opens a browser of a given kind before the page. Whatever a test does, no error and no other host may turn up."""
    contexts, wrong = [], []

    def open_(path="/check/", *, width=1280, height=720, expected=(), **kind):
        """expected: parts of what the console may say of a fault that the test itself brings about."""
        kind = {"service_workers": "block", **kind}  # what a test takes away must not come from a copy
        context = chromium.new_context(viewport={"width": width, "height": height}, **kind)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: _is_fault(said, expected) and wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda sent: _own(sent.url, address) or wrong.append(sent.url))
        page.goto(address + path)
        return Screen(page, address)

    yield open_
    for context in contexts:
        context.close()
    assert wrong == []


def _is_fault(said, expected):
    return said.type in {"error", "warning"} and not any(part in said.text for part in (*expected, BLOCKED))


def _own(url, address):
    return urlsplit(url).netloc == urlsplit(address).netloc


@pytest.fixture
def behind(address, env):
    """Runs lines of Python beside the server, on its data, with the cast at hand; gives what they print, as JSON.

    The name `me` is the member of the personal workspace. For what a page cannot bring about: a call an hour ago.
    """

    def run(lines):
        done = subprocess.run(
            [sys.executable, "-c", BEHIND + lines], env=env, capture_output=True, text=True, check=True
        )
        return json.loads(done.stdout)

    return run


@pytest.fixture
def screen(open_screen):
    """The page on a wide screen."""
    return open_screen()
