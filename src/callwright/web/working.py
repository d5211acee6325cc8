"""`callwright worker`: a worker as a process of its own, which ends well when it is told to."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import Final

from django.db import DatabaseError, close_old_connections

from callwright.web.preparing import LATER, ServingRefused, out_of_step, why_not
from callwright.web.setting_up import choose, set_up

PATIENCE: Final = 60
"""Seconds for which a worker waits for the server to have made the database ready."""


def work(data: Path | None = None) -> None:
    """Does background work until it is told to end (Ctrl+C, SIGTERM): after the job under way; told again, at once.

    data: the folder of the database, by default $CALLWRIGHT_DATA or the user's.
    Raises ServingRefused where the database is not there, or not one of this version.
    """
    choose(data)
    try:
        set_up(ServingRefused)
    except OSError as wrong:
        raise ServingRefused(why_not(wrong)) from wrong
    _wait_until_ready()
    _work_until_told()


def _work_until_told() -> None:
    from callwright.web.jobs.worker import Worker  # noqa: PLC0415  once Django is set up

    worker = Worker()

    def end(number: int, frame: FrameType | None) -> None:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.default_int_handler)
        worker.stop()

    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, end)
    sys.stdout.write("At work. Ctrl+C ends it after the job under way.\n")
    sys.stdout.flush()
    worker.run()


def _wait_until_ready() -> None:
    """Several workers may start at once, and the server beside them: the server alone changes tables."""
    for second in range(PATIENCE):
        if not (reason := _why_not_yet()):
            return
        if reason == LATER:
            break
        if not second:
            sys.stderr.write(f"callwright: waiting for a minute, as {reason}\n")
        time.sleep(1)
    raise ServingRefused(reason)


def _why_not_yet() -> str:
    try:
        return out_of_step()
    except DatabaseError as wrong:
        return why_not(wrong)
    finally:
        close_old_connections()
