"""A worker: takes jobs one by one and does them, as a process of its own or as a thread of the server."""

from __future__ import annotations

import logging
import os
import secrets
import threading
import time
from collections.abc import Callable
from typing import Final

from django.db import DatabaseError, close_old_connections

from callwright.web.jobs.claims import LEASE, beat, claim, take_up_lost
from callwright.web.jobs.models import Worker as Row
from callwright.web.jobs.running import do
from callwright.web.jobs.schedule import enqueue_due

PAUSE: Final = 1.0
"""Seconds between two looks at a list that was empty."""
PAUSE_AFTER_A_FAULT: Final = 5.0
BEAT: Final = LEASE.total_seconds() / 4
"""Seconds between two signs of life."""

log = logging.getLogger("callwright.jobs")


class Worker:
    """Takes jobs until it is stopped. Any number may run beside each other, wherever the database can be reached."""

    def __init__(self, pause: float = PAUSE) -> None:
        self.name = f"{os.getpid()}-{secrets.token_hex(6)}"
        self._pause = pause
        self._stopping = threading.Event()
        self._next_look = 0.0

    def stop(self) -> None:
        """Has it end after the job that it is doing."""
        self._stopping.set()

    def run(self) -> None:
        """Works until it is stopped, through whatever befalls the database meanwhile."""
        threading.Thread(target=self._live, name="callwright-heart", daemon=True).start()
        while not self._stopping.is_set():
            worked = self._safely(self.step)
            if not worked:
                self._stopping.wait(self._pause if worked is False else PAUSE_AFTER_A_FAULT)
        self._safely(lambda: Row.objects.filter(name=self.name).delete())

    def step(self) -> bool:
        """Does one job, if there is one; whether there was."""
        if time.monotonic() >= self._next_look:
            beat(self.name)  # before the first claim: what nobody alive has claimed is taken up by others
            take_up_lost(idle=self.name)
            self._next_look = time.monotonic() + BEAT
        enqueue_due()
        job = claim(self.name)
        if job is not None:
            do(job)
        return job is not None

    def _live(self) -> None:
        """Signs of life, while a job takes long too."""
        while not self._stopping.wait(BEAT):
            self._safely(lambda: beat(self.name))

    def _safely(self, step: Callable[[], object]) -> bool | None:
        """What a step gives, as true or false; None where the database is locked, full or away for the moment."""
        try:
            return bool(step())
        except DatabaseError as wrong:
            log.warning("the database cannot be used just now: %s", wrong)
            return None
        finally:
            close_old_connections()
