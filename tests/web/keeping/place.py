"""A place where Callwright keeps its data: a folder and, where the tests run on PostgreSQL, a database too."""

import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
SERVER = os.environ.get("DATABASE_URL", "")
"""Of the PostgreSQL on which the tests run; empty: they run on SQLite."""

SET_UP = "import os; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'callwright.web.settings'); import django"

FILL = f"""
{SET_UP}; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from callwright.web.accounts.actions import open_personal_workspace
from tests.web import cast
me = open_personal_workspace()
for name in ("Zürich & Söhne", "Northfield Foods"):
    customer = cast.a_customer(me, name, about="what we know")
    call = cast.a_call(me, customer, contacts=[cast.a_contact(customer)], opportunity=cast.an_opportunity(customer))
    cast.an_objective(call, assessment={{"smart": True, "criteria": [1, 2.5, None]}})
"""


@dataclass(frozen=True)
class Place:
    """Folder and database."""

    folder: Path
    url: str = ""

    @property
    def env(self):
        """How a process is told of it. A worker that was killed counts as gone after a second."""
        kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        named = {"DATABASE_URL": self.url} if self.url else {}
        return {**kept, **named, "CALLWRIGHT_DATA": str(self.folder), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}

    @property
    def database(self):
        """The SQLite file."""
        return self.folder / "callwright.sqlite3"

    def python(self, code):
        """Runs code there, to its end."""
        subprocess.run([sys.executable, "-c", code], env=self.env, check=True, timeout=300)

    def callwright(self, *words, **env):
        """Runs the command there, to its end."""
        command = [sys.executable, "-m", "callwright", *map(str, words)]
        return subprocess.run(
            command, env={**self.env, **env}, capture_output=True, text=True, check=False, timeout=300
        )

    def rows(self):
        """Every row of every table."""
        return _of_postgres(self.url) if self.url else _of_sqlite(self.database)


def new_place(folder, kind=None):
    """A place with nothing in it, of the kind of database that the tests run on."""
    return Place(folder, _new_database() if SERVER and kind != "sqlite" else "")


def twin(place, folder):
    """Another place with the same in it."""
    shutil.copytree(place.folder, folder)
    return Place(folder, _new_database(place.url) if place.url else "")


def _new_database(like=""):
    import psycopg

    name, template = f"place_{uuid.uuid4().hex}", f"TEMPLATE {like.rpartition('/')[2]}" if like else ""
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} {template}")
    return f"{SERVER.rpartition('/')[0]}/{name}"


def filled_place(folder, kind=None):
    """A place with a few customers and calls."""
    place = new_place(folder, kind)
    place.python(FILL)
    return place


def _of_sqlite(file):
    with closing(sqlite3.connect(file)) as opened:
        names = [name for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: sorted(map(repr, opened.execute(f'SELECT * FROM "{name}"'))) for name in names}


def _of_postgres(url):
    import psycopg

    with psycopg.connect(url) as opened:
        names = opened.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return {name: sorted(map(repr, opened.execute(f'SELECT * FROM "{name}"'))) for (name,) in names}
