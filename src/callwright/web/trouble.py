"""What keeps a server from writing, told apart from a fault of ours: a later try may do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from typing import Final

FULL: Final = "full"
"""The disk has no room."""
BUSY: Final = "busy"
"""Somebody else is writing, or held on to what was to be written."""
AWAY: Final = "away"
"""The database cannot be reached or written."""

NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

OF_SQLITE: Final = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_READONLY: AWAY,
    sqlite3.SQLITE_IOERR: AWAY,
    sqlite3.SQLITE_CANTOPEN: AWAY,
}
"""By the result code, without what SQLite adds to it in its higher bytes."""

OF_POSTGRES: Final = {
    "53100": FULL,  # disk full
    "40001": BUSY,  # serialization failure
    "40P01": BUSY,  # deadlock
    "55P03": BUSY,  # lock not available
    "57014": BUSY,  # given up by a time limit
    "25006": AWAY,  # read only
}
"""By SQLSTATE."""
CLASSES_AWAY: Final = frozenset({"08", "53", "57"})
"""Its first two signs: connection exceptions, too few resources, the server shuts down."""


def kind_of(wrong: BaseException | None) -> str:
    """`FULL`, `BUSY` or `AWAY`, by the exception or one that caused it; empty for whatever else went wrong."""
    return next(filter(None, map(_kind, _causes(wrong))), "")


def _causes(wrong: BaseException | None) -> Iterator[BaseException]:
    while wrong is not None:
        yield wrong
        wrong = wrong.__cause__


def _kind(wrong: BaseException) -> str:
    if isinstance(wrong, sqlite3.Error):
        return OF_SQLITE.get(getattr(wrong, "sqlite_errorcode", 0) & 0xFF, "")
    if isinstance(wrong, OSError):
        return FULL if wrong.errno in NO_ROOM else ""
    return _of_postgres(wrong)


def _of_postgres(wrong: BaseException) -> str:
    """By what psycopg says, which may not be installed: a connection that failed has no SQLSTATE."""
    if not hasattr(wrong, "sqlstate"):
        return ""
    state = str(wrong.sqlstate or "")
    if not state:
        return AWAY if type(wrong).__name__ == "OperationalError" else ""
    return OF_POSTGRES.get(state) or (AWAY if state[:2] in CLASSES_AWAY else "")
