"""A backup as a file: an archive of the database, the secret key, and a note that says what they are.

    about.json      {"format": "callwright backup", "version": 1, "database": "sqlite", "callwright": "0.1.0", …}
    database        an SQLite file, or what pg_dump writes in its custom format
    secret-key      what browsers were given stays good; absent where there was none

The file is readable by its owner alone, and appears whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, Final

from callwright.version import __version__
from callwright.web.keeping.errors import KeepingRefused

FORMAT: Final = "callwright backup"
VERSION: Final = 1
ABOUT: Final = "about.json"
DATABASE: Final = "database"
KEY: Final = "secret-key"


@dataclass(frozen=True)
class Unpacked:
    """A backup, unpacked: `database` is "sqlite" or "postgresql"; `key` is None where it holds none."""

    database: str
    file: Path
    key: str | None


@contextmanager
def room_beside(path: Path) -> Iterator[Path]:
    """A folder for work in progress, on the same disk as `path` and open to its owner alone; gone afterwards."""
    with TemporaryDirectory(prefix=".callwright-", dir=path.absolute().parent) as folder:
        yield Path(folder)


def pack(target: Path, database: str, file: Path, key: Path) -> None:
    """Puts a backup together at `target`, in place of what may be there. `file` must lie in a `room_beside` it."""
    made = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
    about = {"format": FORMAT, "version": VERSION, "database": database, "callwright": __version__, "made": made}
    whole = file.with_name("whole")
    with _new_file(whole) as raw, zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.writestr(ABOUT, json.dumps(about))
        archive.write(file, DATABASE)
        if key.exists():
            archive.write(key, KEY)
    whole.replace(target)


def unpack(source: Path, room: Path) -> Unpacked:
    """Unpacks a backup into a folder; each part is checked against its sum. Raises KeepingRefused, OSError."""
    try:
        with zipfile.ZipFile(source) as archive:
            about = _about(archive)
            with archive.open(DATABASE) as packed, _new_file(room / DATABASE) as file:
                shutil.copyfileobj(packed, file, 2**20)
            key = archive.read(KEY).decode("ascii") if KEY in archive.namelist() else None
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError) as wrong:
        raise KeepingRefused(
            f"{source} is no backup that `callwright backup` made, or it was damaged since: nothing is changed"
        ) from wrong
    return Unpacked(about["database"], room / DATABASE, key)


@contextmanager
def _new_file(path: Path) -> Iterator[BinaryIO]:
    """A file for its owner alone, which is on the disk, and not only on its way there, when it is closed."""
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())


def _about(archive: zipfile.ZipFile) -> dict[str, Any]:
    about: dict[str, Any] = json.loads(archive.read(ABOUT))
    if about["format"] != FORMAT:
        raise ValueError(about["format"])
    if about["version"] > VERSION or _parts(about["callwright"]) > _parts(__version__):
        raise KeepingRefused(
            f"the backup was made by Callwright {about['callwright']}, which is newer than this one ({__version__}): "
            "install that version or a later one first"
        )
    return about


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdigit())
