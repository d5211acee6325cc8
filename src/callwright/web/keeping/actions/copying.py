"""`callwright backup`: a copy of everything, taken while the server goes on."""

from __future__ import annotations

from pathlib import Path

from django.db import connection

from callwright.web import home
from callwright.web.keeping import archive, on_postgres, on_sqlite
from callwright.web.keeping.actions.reaching import FILE, kind, must_be_new, reach, server


def backup(target: Path, *, data: Path | None = None, replace: bool = False) -> None:
    """Writes a copy of the database and of the secret key to `target`, readable by its owner alone.

    Raises KeepingRefused where there is nothing to copy, `target` is there and not to be replaced, or PostgreSQL's
    programs are missing; OSError.
    """
    must_be_new(target, replace)
    reach(data)
    folder = home.data_folder()
    with archive.room_beside(target) as room:
        copy = room / archive.DATABASE
        if kind() == "sqlite":
            on_sqlite.copy_out(folder / FILE, copy)
        else:
            on_postgres.copy_out(connection.settings_dict, copy, server())
        archive.pack(target, kind(), copy, folder / archive.KEY)
