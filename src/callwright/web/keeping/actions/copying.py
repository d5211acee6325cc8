"""`callwright backup`: a copy of everything, taken while the server goes on."""

from __future__ import annotations

from pathlib import Path

from callwright.web import home
from callwright.web.keeping import archive, on_postgres, on_sqlite
from callwright.web.keeping.actions.reaching import FILE, kind, must_be_new, reach


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
            on_postgres.copy_out(_settings(), copy)
        archive.pack(target, kind(), copy, folder / archive.KEY)


def _settings() -> dict[str, object]:
    from django.db import connection  # noqa: PLC0415  once Django is set up

    return connection.settings_dict
