"""Finding the data that a command is about, before anything is made or changed."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from callwright.web import database, home
from callwright.web.database import FILE
from callwright.web.keeping.errors import KeepingRefused
from callwright.web.setting_up import choose, set_up

__all__ = ["FILE", "kind", "must_be_new", "reach", "server"]


def reach(data: Path | None) -> None:
    """Makes Django ready over data that is there. Raises KeepingRefused where nothing is: no folder is made for it."""
    choose(data)
    named = os.environ.get(home.VARIABLE)
    if named and not Path(named).expanduser().is_dir():
        raise KeepingRefused(f"there is no folder {named}: name the one that the server uses with --data")
    folder = home.data_folder()
    if kind() == "sqlite" and not (folder / FILE).exists():
        raise KeepingRefused(f"there is no data in {folder}: name the folder that the server uses with --data")
    set_up(KeepingRefused)


def kind() -> str:
    """Which kind of database the environment names: "sqlite" or "postgresql". Raises KeepingRefused for any other."""
    try:
        return database.kind(os.environ)
    except ImproperlyConfigured as wrong:
        raise KeepingRefused(str(wrong)) from wrong


def server() -> int:
    """The major version of the PostgreSQL that is reached. Raises KeepingRefused where it is not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            return int(cursor.fetchone()[0]) // 10_000
    except DatabaseError as wrong:
        raise KeepingRefused(f"the database cannot be reached: {wrong}") from wrong
    finally:
        connection.close()


def must_be_new(target: Path, replace: bool) -> None:
    """Raises KeepingRefused where a file is there that nobody said may be replaced."""
    if target.exists() and not replace:
        raise KeepingRefused(f"{target} is there already: name another file, or add --replace")
