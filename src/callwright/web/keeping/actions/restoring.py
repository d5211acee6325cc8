"""`callwright restore`: a copy is put where nothing is yet or, if one says so, in the place of what is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.db import DatabaseError, connection

from callwright.web import home
from callwright.web.keeping import archive, on_postgres, on_sqlite
from callwright.web.keeping.actions.reaching import FILE, kind, server
from callwright.web.keeping.errors import KeepingRefused
from callwright.web.setting_up import choose, set_up


def restore(source: Path, *, data: Path | None = None, replace: bool = False) -> None:
    """Puts a backup back: all of it, or nothing is changed.

    Raises KeepingRefused where the file is no sound backup, is of another kind of database, or would cost what is there
    or somebody is at work on it; OSError.
    """
    choose(data)
    with _folder() as folder, archive.room_beside(folder / FILE) as room:
        unpacked = archive.unpack(source, room)
        _must_fit(unpacked)
        _must_be_free(folder, replace)
        with _key_in_place(folder, unpacked.key, room):
            if unpacked.database == "sqlite":
                on_sqlite.put_back(unpacked.file, folder / FILE)
            else:
                on_postgres.put_back(unpacked.file, connection.settings_dict, server())


@contextmanager
def _folder() -> Iterator[Path]:
    """The data folder; one that had to be made goes again where nothing comes of it."""
    named = os.environ.get(home.VARIABLE)
    new = bool(named) and not Path(str(named)).expanduser().exists()
    folder = home.data_folder()
    try:
        yield folder
    except BaseException:
        if new:
            with suppress(OSError):
                folder.rmdir()
        raise


@contextmanager
def _key_in_place(folder: Path, key: str | None, room: Path) -> Iterator[None]:
    """Writes the key beside its place first, and moves it there once the database is: a full disk changes nothing."""
    if key is None:
        yield
        return
    written = room / archive.KEY
    with os.fdopen(os.open(written, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        file.write(key)
    yield
    written.replace(folder / archive.KEY)


def _must_fit(unpacked: archive.Unpacked) -> None:
    here = kind()
    if unpacked.database != here:
        remedy = "set DATABASE_URL to a PostgreSQL" if here == "sqlite" else "unset DATABASE_URL"
        raise KeepingRefused(f"the backup is of {unpacked.database} and the data here is in {here}: {remedy}")
    if here == "sqlite":
        on_sqlite.look_through(unpacked.file)
    else:
        set_up(KeepingRefused)
        on_postgres.look_through(unpacked.file, server())


def _must_be_free(folder: Path, replace: bool) -> None:
    """Raises KeepingRefused where there is data that nobody said may go, or that somebody is at work on."""
    if kind() == "sqlite" and not (folder / FILE).exists():
        return
    set_up(KeepingRefused)
    where = folder if kind() == "sqlite" else f"the database {connection.settings_dict['NAME']}"
    if not _holds_tables(str(where)):
        return
    if not replace:
        raise KeepingRefused(f"{where} holds data already: back that up, then add --replace to put this in its place")
    if _at_work():
        raise KeepingRefused(
            f"Callwright is at work on {where}: stop `callwright serve` and every worker first "
            "(one that was killed is known to be gone after a minute)"
        )


def _holds_tables(where: str) -> bool:
    try:
        return bool(connection.introspection.table_names())
    except DatabaseError as wrong:
        if kind() == "sqlite":
            return True  # damaged, perhaps: that is what one restores for
        raise KeepingRefused(f"{where} cannot be reached: {wrong}") from wrong
    finally:
        connection.close()


def _at_work() -> int:
    from callwright.web.jobs.queries import at_work  # noqa: PLC0415  once Django is set up

    try:
        return at_work()
    except DatabaseError:
        return 0  # damaged, or of a version without workers
    finally:
        connection.close()
