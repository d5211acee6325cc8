"""Which database: one SQLite file in the data folder or, where $DATABASE_URL names one, a PostgreSQL."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

VARIABLE: Final = "DATABASE_URL"
FILE: Final = "callwright.sqlite3"
"""The database in the data folder."""

POSTGRES: Final = "django.db.backends.postgresql"

NO_ADDRESS: Final = (
    f"{VARIABLE} is no address of a PostgreSQL, as in postgresql://user:password@host:5432/callwright (signs such as @ "
    "in a password are written %40); without it, everything is in one file in the data folder"
)

WRITERS: Final[dict[str, Any]] = {
    # Readers and one writer at a time without waiting on each other; a writer waits 5 s for another.
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,
}


def kind(environment: Mapping[str, str]) -> str:
    """Which kind of database the environment names: "sqlite" or "postgresql".

    Raises ImproperlyConfigured for an address of anything else.
    """
    return "postgresql" if _named(environment) else "sqlite"


def database(environment: Mapping[str, str], folder: Path) -> dict[str, Any]:
    """The database as Django's settings name it. Raises ImproperlyConfigured as `kind`."""
    named = _named(environment)
    return named or {"ENGINE": "django.db.backends.sqlite3", "NAME": folder / FILE, "OPTIONS": WRITERS}


def _named(environment: Mapping[str, str]) -> dict[str, Any]:
    """What $DATABASE_URL says; empty where it says nothing."""
    address = environment.get(VARIABLE, "")
    if not address:
        return {}
    try:
        found: dict[str, Any] = {**dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True)}
    except ValueError:
        found = {}
    if found.get("ENGINE") != POSTGRES or not found["NAME"]:
        # Neither the address nor what is said of it: there may be a password in it.
        raise ImproperlyConfigured(NO_ADDRESS)
    if find_spec("psycopg") is None:
        raise ImproperlyConfigured("PostgreSQL takes one thing more: pip install 'callwright[postgres]'")
    return found
