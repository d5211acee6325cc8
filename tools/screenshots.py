"""`make screenshots`: every page over the example data, phone and desktop, light and dark, in var/screenshots.

Three of them, and the open page with a weak line, go into docs/images for the README.
"""

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
IMAGES: Final = ROOT / "docs" / "images"
WIDTHS: Final = (375, 1280)
HEIGHT: Final = 800
TALLEST: Final = 3000
SCHEMES: Final = ("light", "dark")
FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
FOR_README: Final = ("today", "plan", "debrief")

COLD: Final = "Get the CFO more comfortable with the pilot"
WARM: Final = "The CFO agrees to a two-week pilot starting 1 December"
KNOWN: Final = {"#id_stage": "evaluation", "#id_minutes": "30", "#id_attendees": "CFO, IT lead"}


@contextmanager
def served() -> Iterator[str]:
    """The address of a Callwright with the examples in it."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from callwright.web import prepare

    folder = Path(tempfile.mkdtemp())
    prepare(folder)
    from callwright.web.accounts.actions import open_personal_workspace
    from callwright.web.examples.actions import load_examples
    from callwright.web.wsgi import application

    load_examples(by=open_personal_workspace())
    server = create_server(application, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    shutil.rmtree(folder, ignore_errors=True)


def pages() -> dict[str, str]:
    """The address of every page of the product, by the name of its picture: of a call to come, one held, a customer."""
    from django.utils import timezone

    from callwright.web.calls.models import Call

    now = timezone.now()
    planned = Call.objects.filter(state="planned").prefetch_related("objectives")
    coming = next(call for call in planned.filter(starts__gt=now) if call.objectives.all())
    waiting = planned.filter(starts__lt=now, debriefed_at=None, objectives__isnull=False).order_by("-starts").first()
    told = planned.filter(debriefed_at__isnull=False).order_by("-starts").first()
    customer, call = f"/customers/{coming.customer_id}/", f"/calls/{coming.pk}/"
    return {
        "today": "/", "week": "/week/", "new-call": "/calls/new/", "call": call, "plan": f"{call}plan/",
        "brief": f"{call}brief/", "brief-mail": "/calls/briefs/mail/",
        "debrief": f"/calls/{(waiting or told).pk}/debrief/", "debriefed": f"/calls/{told.pk}/debrief/",
        "plan-held": f"/calls/{told.pk}/plan/", "to-debrief": "/calls/to-debrief/", "promises": "/calls/commitments/",
        "customers": "/customers/", "customer": customer, "change-customer": f"{customer}change/",
        "merge": f"{customer}merge/", "remove-customer": f"{customer}remove/", "search": "/customers/search/?q=north",
        "products": "/customers/products/", "stages": "/customers/stages/", "duplicates": "/customers/duplicates/",
        "welcome": "/welcome/", "jobs": "/jobs/", "keeping": "/keeping/", "offline": "/offline/", "rules": "/rules/",
        "rule": "/rules/M01/", "missing": "/nowhere/",
    }  # fmt: skip


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


def line(page: Page, base: str) -> Iterator[str]:
    """The open page in each of its states, by name."""
    page.goto(f"{base}/check/")
    yield "line-empty"
    fill(page, COLD)
    yield "line-not-yet"
    page.click(".tile[value=realistic]")
    page.wait_for_timeout(150)
    yield "line-reason"
    page.click("#call summary")
    yield "line-call"
    page.click("#call summary")
    page.fill("#text", WARM)
    page.wait_for_selector(".smart", timeout=60000)
    yield "line-smart"


def snap(page: Page, name: str) -> None:
    """The whole page, on a screen as tall as it is: so what stays at the bottom covers nothing."""
    size = page.viewport_size or {"width": WIDTHS[0], "height": HEIGHT}
    tall = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(max(tall, HEIGHT), TALLEST)})
    page.screenshot(path=OUT / f"{name}.png")
    page.set_viewport_size(size)


def take(browser: Browser, base: str, addresses: dict[str, str]) -> None:
    """Every page at every width in both schemes."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            page = browser.new_page(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
            for name, address in addresses.items():
                page.goto(base + address, wait_until="networkidle")
                snap(page, f"{name}-{width}-{scheme}")
            for name in line(page, base):
                snap(page, f"{name}-{width}-{scheme}")
            page.close()


def take_for_readme(browser: Browser, base: str, addresses: dict[str, str]) -> None:
    """The open page with a weak line, and a day with it as a phone shows it."""
    page = browser.new_page(viewport={"width": 900, "height": 1000}, color_scheme="light")
    page.goto(f"{base}/check/")
    fill(page, COLD)
    page.evaluate("document.activeElement.blur()")
    page.screenshot(path=IMAGES / "try-a-line.png")
    page.close()
    page = browser.new_page(viewport={"width": 375, "height": 760}, color_scheme="light", device_scale_factor=2)
    for name in FOR_README:
        page.goto(base + addresses[name], wait_until="networkidle")
        page.screenshot(path=IMAGES / f"{name}.png")
    page.close()


def main() -> None:
    """Takes all pictures."""
    for folder in (OUT, IMAGES):
        folder.mkdir(parents=True, exist_ok=True)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        sys.exit("name a Chromium, as in CHROMIUM=/path/to/chromium")
    with served() as base:
        addresses = pages()  # Django's database is not to be asked beside Playwright's event loop
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
            take_for_readme(browser, base, addresses)
            take(browser, base, addresses)
            browser.close()


if __name__ == "__main__":
    main()
