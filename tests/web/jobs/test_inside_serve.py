"""On SQLite one command is all there is to start: the server does the background work too, and ends with it."""

import signal
import time
import urllib.request

from tests.web.pages import plain
from tests.web.test_serving import start

PATIENCE = 60
"""Seconds; the machine may be busy."""


def test_serve_does_what_comes_round_and_stops_when_told(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    process, address = start(tmp_path / "data")
    try:
        page, end = "", time.monotonic() + PATIENCE
        while "Freezes objectives whose call begins done" not in page and time.monotonic() < end:
            time.sleep(0.2)
            page = plain(urllib.request.urlopen(f"{address}/jobs/").read().decode())
        assert "1 worker at work" in page
        assert "Freezes objectives whose call begins done" in page
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
