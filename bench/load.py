"""Fifty people at work at once on a PostgreSQL with 100,000 calls: how long they wait for each page, and no errors.

Five teams of ten, each with a manager; somebody presses something every two seconds in the mean. `callwright serve`
and `callwright worker` run as they would for a firm, on the same machine as the database and the people.

    python tools/on_postgres.py python bench/load.py [SECONDS]
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
PEOPLE: Final = 50
TEAMS: Final = 5
CALLS: Final = 100_000
SECONDS: Final = 120
A_SECOND: Final = 5
"""People who begin in one second."""


def main(seconds: int = SECONDS) -> int:
    """Prints what each page took; 1 where anything went wrong."""
    if not os.environ.get("DATABASE_URL"):
        sys.stderr.write(f"{__doc__}\n")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"CALLWRIGHT_DATA": folder, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
        known = Path(folder) / "people.json"
        known.write_text(json.dumps(fill()), encoding="utf-8")
        with _served() as address, _working():
            return _shown(_at_work(address, known, seconds))


def fill(calls: int = CALLS, people: int = PEOPLE) -> list[dict[str, Any]]:
    """An organization of so many people with so many calls; for each person the session and what to open."""
    from many_calls import many_calls

    from callwright.web import prepare

    prepare()
    from django.db import connection

    members = list(_members(people))
    known = [{"session": _session(one), **many_calls(one, calls // people)} for one in members]
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()
    return known


def _members(people: int) -> Iterator[Any]:
    """Each tenth leads a team; the first of all is the admin."""
    from callwright.web.accounts.actions import found_organization
    from callwright.web.accounts.models import Member, Person, Role, Team

    def person(number: int) -> Any:
        name = f"person{number}"
        return Person.objects.create(username=name, email=f"{name}@example.com", first_name=f"Rep {number}")

    admin = found_organization(name="Fifty", person=person(0))
    teams = [Team.objects.create(organization=admin.organization, name=f"Team {one}") for one in range(TEAMS)]
    yield admin
    for number in range(1, people):
        role = Role.MANAGER if number <= TEAMS else Role.REP
        member = Member.objects.create(organization=admin.organization, person=person(number), role=role)
        member.teams.add(teams[number % TEAMS])
        yield member


def _session(member: Any) -> str:
    """The key of a session in which that member is signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(member.person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = member.person.get_session_auth_hash()
    session.create()
    return str(session.session_key)


@contextmanager
def _served() -> Iterator[str]:
    """The server, and its address."""
    with _command("serve", "--port", "0") as server:
        told = re.search(r"http://\S+", server.stdout.readline())
        if not told:
            raise SystemExit("the server did not start")
        yield told[0]


@contextmanager
def _working() -> Iterator[None]:
    with _command("worker"):
        yield


@contextmanager
def _command(*words: str) -> Iterator[Any]:
    running = subprocess.Popen([sys.executable, "-m", "callwright", *words], stdout=subprocess.PIPE, text=True)
    try:
        yield running
    finally:
        running.terminate()
        running.wait()


def _at_work(address: str, known: Path, seconds: int) -> list[dict[str, Any]]:
    """What the run says of each page."""
    command = [
        sys.executable, "-m", "locust", "--locustfile", str(Path(__file__).with_name("people.py")), "--headless",
        "--users", str(PEOPLE), "--spawn-rate", str(A_SECOND), "--run-time", f"{seconds}s", "--host", address,
        "--json", "--skip-log-setup",
    ]  # fmt: skip
    ran = subprocess.run(command, env={**os.environ, "PEOPLE": str(known)}, capture_output=True, text=True, check=False)
    return json.loads(ran.stdout[ran.stdout.index("[") :])


def _shown(pages: list[dict[str, Any]]) -> int:
    print(f"{PEOPLE} people, {CALLS:,} calls, ms until the answer was there")
    print(f"{'page':<28}{'n':>7}{'median':>9}{'p95':>8}{'errors':>8}")
    wrong = 0
    for page in sorted(pages, key=lambda one: one["name"]):
        took = sorted((float(ms), times) for ms, times in page["response_times"].items())
        wrong += page["num_failures"]
        print(f"{page['name']:<28}{page['num_requests']:>7}{_at(took, 0.5):>9.0f}{_at(took, 0.95):>8.0f}"
              f"{page['num_failures']:>8}")  # fmt: skip
    return int(bool(wrong) or not pages)


def _at(took: list[tuple[float, int]], share: float) -> float:
    """The time within which that share of the requests was answered."""
    left = share * sum(times for _, times in took)
    for ms, times in took:
        left -= times
        if left <= 0:
            return ms
    return 0.0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
