"""`make screenshots`: the pages, phone to desktop, light and dark, in var/screenshots; one picture for the README."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

ROOT: Final = Path(__file__).parent.parent
OUT: Final = ROOT / "var" / "screenshots"
README_PICTURE: Final = ROOT / "docs" / "images" / "try-a-line.png"
WIDTHS: Final = (320, 768, 1280)
SCHEMES: Final = ("light", "dark")
FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")

COLD: Final = "Get the CFO more comfortable with the pilot"
WARM: Final = "The CFO agrees to a two-week pilot starting 1 December"
KNOWN: Final = {"#id_stage": "evaluation", "#id_minutes": "30", "#id_attendees": "CFO, IT lead"}


@contextmanager
def served() -> Iterator[str]:
    """The address of a Callwright with an empty data folder."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from callwright.web import prepare

    folder = Path(tempfile.mkdtemp())
    prepare(folder)
    from callwright.web.wsgi import application

    server = create_server(application, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    shutil.rmtree(folder, ignore_errors=True)


def fill(page: Page, text: str) -> None:
    """Types a line with its call and waits for the verdict and the answers to tap."""
    page.click("#call summary")
    page.select_option("#id_stage", KNOWN["#id_stage"])
    for field in ("#id_minutes", "#id_attendees"):
        page.fill(field, KNOWN[field])
    page.click("#call summary")
    page.fill("#text", text)
    page.wait_for_selector(".facts .minutes", timeout=60000)
    if page.locator(".why:not([hidden]) .offer").count():
        page.wait_for_selector(".why:not([hidden]) .tap", timeout=60000)
    page.wait_for_timeout(150)


def scenes(page: Page, base: str) -> Iterator[str]:
    """The page in each of its states, by name."""
    page.goto(base)
    yield "empty"
    fill(page, COLD)
    yield "not-yet"
    page.click(".tile[value=realistic]")
    page.wait_for_timeout(150)
    yield "reason"
    page.click("#call summary")
    yield "call"
    page.click("#call summary")
    page.fill("#text", WARM)
    page.wait_for_selector(".smart", timeout=60000)
    yield "smart"
    page.goto(f"{base}/rules/")
    yield "rules"
    page.goto(f"{base}/rules/M01/")
    yield "rule"
    page.goto(f"{base}/nowhere/")
    yield "missing"


def take(browser: Browser, base: str) -> None:
    """Every scene at every width in both schemes."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": 720}, color_scheme=scheme)
            for name in scenes(page, base):
                page.screenshot(path=OUT / f"{name}-{width}-{scheme}.png", full_page=name not in {"rules"})
            page.close()


def take_for_readme(browser: Browser, base: str) -> None:
    """The picture that opens the README."""
    page = browser.new_page(viewport={"width": 900, "height": 1000}, color_scheme="light")
    page.goto(base)
    fill(page, COLD)
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=README_PICTURE)
    page.close()


def main() -> None:
    """Takes all pictures."""
    for folder in (OUT, README_PICTURE.parent):
        folder.mkdir(parents=True, exist_ok=True)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        sys.exit("name a Chromium, as in CHROMIUM=/path/to/chromium")
    with served() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        take(browser, base)
        take_for_readme(browser, base)
        browser.close()


if __name__ == "__main__":
    main()
