"""What the pages need is made ready: secret key, database, styles and scripts, by one start at a time."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from callwright.smart import CallwrightError
from callwright.web import home
from callwright.web.database import VARIABLE, kind
from callwright.web.setting_up import choose, set_up

NOT_SERVED: Final = ("htmax-*", "htmx-4*", "htmx-2.js", "django-htmx.js", "ext")
"""What django-htmx ships beside the one script that pages load."""

LOCK: Final = "starting"
"""An empty SQLite file in the data folder whose lock lets one start at a time through, on every system."""
PATIENCE: Final = 120
"""Seconds for which one start waits for another."""
A_START: Final = 5_267_411
"""The number of the same lock on PostgreSQL, where servers on several machines may start at once."""


LATER: Final = (
    "the data are of a later version of Callwright: install that one again, or put back a copy that this one made "
    "(callwright restore)"
)
NOT_READY: Final = "the database is not ready for this version: start `callwright serve` once, with the same data"


class ServingRefused(CallwrightError):
    """The server cannot start, or would not be safe; the text says why and what to do."""


def prepare(data: Path | None = None) -> None:
    """Makes ready what the pages need in the data folder: secret key, database, styles and scripts.

    Raises ServingRefused where the folder or the database cannot be used, is of a later version, or what the
    environment says cannot hold.
    """
    choose(data)
    try:
        set_up(ServingRefused)
        with _one_at_a_time(home.data_folder()):
            _close_to_others()
            _bring_up_to_date()
            call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=list(NOT_SERVED))
    except ImproperlyConfigured as wrong:
        raise ServingRefused(str(wrong)) from wrong
    except (OSError, DatabaseError, sqlite3.Error) as wrong:
        raise ServingRefused(why_not(wrong)) from wrong


def why_not(wrong: Exception) -> str:
    """Why data cannot be used, for the one who started the command."""
    said = " ".join(str(wrong).split())
    if isinstance(wrong, DatabaseError) and kind(os.environ) == "postgresql":
        return f"the database that {VARIABLE} names cannot be used: {said}"
    return f"the data folder cannot be used ({said}); name another with --data or {home.VARIABLE}"


def out_of_step() -> str:
    """Why the database is not one for this version, and what to do; empty where it is. Raises DatabaseError."""
    executor = MigrationExecutor(connection)
    if _is_later(executor.loader):
        return LATER
    return NOT_READY if executor.migration_plan(executor.loader.graph.leaf_nodes()) else ""


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    with closing(sqlite3.connect(folder / LOCK, timeout=PATIENCE, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        if connection.vendor != "postgresql":
            yield
            return
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [A_START])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [A_START])


def _close_to_others() -> None:
    """An SQLite file is made for its owner alone; what SQLite puts beside it gets the same rights."""
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).touch(0o600)


def _bring_up_to_date() -> None:
    if _is_later(MigrationLoader(connection)):
        raise ServingRefused(LATER)
    call_command("migrate", verbosity=0, interactive=False)


def _is_later(loader: MigrationLoader) -> bool:
    """Whether the database has seen a migration numbered after the newest that this version knows of its app."""
    newest: dict[str, str] = {}
    for app, name in loader.disk_migrations or ():
        newest[app] = max(newest.get(app, ""), _number(name))
    return any(app in newest and _number(name) > newest[app] for app, name in loader.applied_migrations or ())


def _number(name: str) -> str:
    return name.partition("_")[0]
