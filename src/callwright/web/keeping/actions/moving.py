"""`callwright move`: from the SQLite file in the data folder to the PostgreSQL that $DATABASE_URL names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.migrations.executor import MigrationExecutor

from callwright.web import home
from callwright.web.keeping import archive, between, on_sqlite
from callwright.web.keeping.actions.reaching import FILE, kind, server
from callwright.web.keeping.errors import KeepingRefused
from callwright.web.setting_up import choose, set_up

SOURCE: Final = "moved"
"""What the database that is read is called while it is."""


def move(*, data: Path | None = None) -> dict[str, int]:
    """Copies every row into an empty PostgreSQL and compares both: all of it, or nothing. The file stays as it was.

    How many rows each table had, by its name. Raises KeepingRefused where there is nothing to move or nowhere to move
    it, somebody is at work on it, or a row cannot be written; OSError.
    """
    choose(data)
    folder = home.data_folder()
    _must_be_apt(folder)
    set_up(KeepingRefused)
    server()
    with archive.room_beside(folder / FILE) as room:
        on_sqlite.copy_out(folder / FILE, room / FILE)
        with _opened(room / FILE):
            _must_be_idle()
            _must_be_of_this_version()
            _make_room()
            return _move()


def _must_be_apt(folder: Path) -> None:
    if kind() != "postgresql":
        raise KeepingRefused("say where to with DATABASE_URL, as in postgresql://user@host/callwright")
    if not (folder / FILE).exists():
        raise KeepingRefused(f"there is no data in {folder}: name the folder that the server uses with --data")


@contextmanager
def _opened(file: Path) -> Iterator[None]:
    """The copy of the file, as a second database of Django's."""
    plain: dict[str, Any] = {
        **connections.settings[DEFAULT_DB_ALIAS],
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {},
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": False,
    }
    connections.settings[SOURCE] = plain
    try:
        yield
    finally:
        connections[SOURCE].close()
        del connections.settings[SOURCE]


def _must_be_idle() -> None:
    from callwright.web.jobs.queries import at_work  # noqa: PLC0415  once Django is set up

    try:
        busy = at_work(SOURCE)
    except DatabaseError:
        return  # of a version without workers
    if busy:
        raise KeepingRefused("Callwright is at work on the file: stop `callwright serve` first, lest words get lost")


def _must_be_of_this_version() -> None:
    executor = MigrationExecutor(connections[SOURCE])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise KeepingRefused(
            "the file is of an earlier version: start `callwright serve` on it once, without DATABASE_URL, then move it"
        )


def _make_room() -> None:
    """The tables in the new database. Raises KeepingRefused where rows of ours are there already."""
    from callwright.web.accounts.models import Organization, Person  # noqa: PLC0415  once Django is set up

    call_command("migrate", verbosity=0, interactive=False)
    if Organization.objects.exists() or Person.objects.exists():
        raise KeepingRefused("the database that DATABASE_URL names holds data already: name an empty one")


def _move() -> dict[str, int]:
    tables = between.all_tables()
    with transaction.atomic():
        moved = {model._meta.db_table: between.copy_table(model, SOURCE, DEFAULT_DB_ALIAS) for model in tables}
        for model in tables:
            if between.digest(model, SOURCE) != between.digest(model, DEFAULT_DB_ALIAS):
                raise KeepingRefused(f"the table {model._meta.db_table} came out otherwise: nothing was moved")
        between.set_keys(DEFAULT_DB_ALIAS)
    return moved
