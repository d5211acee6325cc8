"""Where the server keeps what is its own: the data folder and, in it, the secret key. Nobody needs to set anything."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Final

import platformdirs
import tzlocal

VARIABLE: Final = "CALLWRIGHT_DATA"
"""The environment variable that names another data folder than the user's own."""

SECRET_LENGTH: Final = 64


def data_folder() -> Path:
    """The folder that $CALLWRIGHT_DATA names, else the user's data folder for Callwright; made if it is missing.

    A folder made here is open to its owner alone. Raises OSError where it cannot be made.
    """
    named = os.environ.get(VARIABLE)
    folder = (
        Path(named).expanduser().absolute() if named else platformdirs.user_data_path("callwright", appauthor=False)
    )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def secret_key(folder: Path) -> str:
    """The key in `folder`, made on first use and readable by its owner alone (0600). It is never shown or logged."""
    path = folder / "secret-key"
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept(path)
    key = secrets.token_urlsafe(SECRET_LENGTH)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
    return key


def own_zone() -> str:
    """The IANA name of the time zone that this machine is set to ($TZ, else the system's), or "UTC"."""
    try:
        return tzlocal.get_localzone_name() or "UTC"
    except (LookupError, ValueError, OSError):
        return "UTC"


def _kept(path: Path) -> str:
    path.chmod(0o600)  # a copy or a restore may have opened it to others
    return path.read_text(encoding="ascii")
