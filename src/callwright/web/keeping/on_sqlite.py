"""Copies of an SQLite database by SQLite's own online backup: taken and put back while others read and write."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from callwright.web.keeping.errors import KeepingRefused


def copy_out(database: Path, target: Path) -> None:
    """A copy of the database as it is at one moment; writers are not kept waiting. Raises KeepingRefused."""
    try:
        with closing(_reading(database)) as live, closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
            _look_through(copy)
    except sqlite3.Error as wrong:
        raise KeepingRefused(f"{database} cannot be copied: {wrong}") from wrong


def look_through(file: Path) -> None:
    """Raises KeepingRefused where a file is no sound database."""
    try:
        with closing(_reading(file)) as copy:
            _look_through(copy)
    except sqlite3.Error as wrong:
        raise KeepingRefused(f"the database in the backup is damaged ({wrong}): nothing is changed") from wrong


def put_back(file: Path, database: Path) -> None:
    """Puts a sound database in the place of another, or where there is none. All of it or, whatever happens, nothing.

    Over an existing one it is one transaction of that database: its own journal guards it. Raises KeepingRefused.
    """
    if not database.exists() or not _sound(database):
        _put_in_place(file, database)
        return
    try:
        with closing(_reading(file)) as new, closing(sqlite3.connect(database, timeout=5)) as old:
            new.backup(old)
    except sqlite3.Error as wrong:
        raise KeepingRefused(f"{database} cannot be replaced ({wrong}): it is as it was") from wrong


def _put_in_place(file: Path, database: Path) -> None:
    """Moves a file to where the database should be; a damaged one that is there is kept beside it."""
    for ending in ("-wal", "-shm", ""):  # its journals first: they must never meet another database
        part = database.with_name(database.name + ending)
        if part.exists():
            part.replace(database.with_name(f"{database.name}.damaged{ending}"))
    file.replace(database)


def _sound(database: Path) -> bool:
    try:
        with closing(_reading(database)) as opened:
            opened.execute("SELECT count(*) FROM sqlite_master")
            return True
    except sqlite3.OperationalError:
        return True  # locked, or not to be opened: what follows says why
    except sqlite3.DatabaseError:
        return False


def _look_through(opened: sqlite3.Connection) -> None:
    found = opened.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def _reading(file: Path) -> sqlite3.Connection:
    """An open database that is there already: nothing is made by opening it."""
    return sqlite3.connect(f"{file.absolute().as_uri()}?mode=rw", uri=True, timeout=5)
