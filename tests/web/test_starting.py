"""Starting: several at once, a database that is away or of a later version, and an end that leaves nothing behind."""

import re
import signal
import stat
import subprocess
import sys
import time
import urllib.request

import pytest
from django.core.exceptions import ImproperlyConfigured

from callwright.web.database import kind
from tests.web.keeping.place import SET_UP, new_place

SERVE = "from callwright.web import serve; serve(port=0)"
LATER = f"""
{SET_UP}; django.setup()
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
MigrationRecorder(connection).record_applied("calls", "9999_of_a_later_version")
"""
WORKERS = f"""
{SET_UP}; django.setup()
from callwright.web.jobs.models import Worker
assert not Worker.objects.exists()
"""


@pytest.fixture
def place(tmp_path):
    return new_place(tmp_path / "data")


@pytest.fixture
def serve(place):
    """Starts servers there; gives their processes. All are gone at the end."""
    started = []

    def start():
        process = subprocess.Popen([sys.executable, "-c", SERVE], env=place.env, stdout=subprocess.PIPE, text=True)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


def address(process):
    return re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]


def test_several_that_start_at_once_on_nothing_all_serve(serve):
    started = [serve() for _ in range(3)]
    for one in started:
        assert urllib.request.urlopen(address(one)).status == 200


def test_the_database_is_for_its_owner_alone_even_in_a_folder_that_was_open(place, serve):
    if place.url:
        pytest.skip("PostgreSQL keeps its own files")
    place.folder.mkdir(mode=0o755)
    address(serve())
    assert {stat.S_IMODE(path.stat().st_mode) for path in place.folder.glob("callwright.sqlite3*")} == {0o600}


def test_a_service_that_is_stopped_ends_well_and_leaves_no_worker_behind(place, serve):
    process = serve()
    urllib.request.urlopen(address(process))
    time.sleep(1)  # the worker inside has said that it is there
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    place.python(WORKERS)


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("worker",)])
def test_data_of_a_later_version_are_left_alone(place, command):
    place.python("from callwright.web import prepare; prepare()")
    place.python(LATER)
    before = place.rows()
    done = place.callwright(*command)
    assert done.returncode == 2
    assert "of a later version of Callwright" in done.stderr
    assert place.rows() == before


@pytest.mark.parametrize(
    "url", ["postgresql://me:secret@x:port/y", "postgresql://x", "secret@x/y", "mysql://secret@x/y"]
)
def test_what_is_no_address_of_a_postgresql_is_told_apart(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL is no address of a PostgreSQL") as refused:
        kind({"DATABASE_URL": url})
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("worker",), ("backup", "copy")])
def test_each_command_says_so_in_a_line(place, command):
    place.folder.mkdir()
    done = place.callwright(*command, DATABASE_URL="me:secret@host/name")
    assert done.returncode == 2
    assert done.stderr.startswith("callwright: DATABASE_URL is no address of a PostgreSQL")
    assert done.stderr.count("\n") == 1


def test_a_postgresql_that_is_away_is_named_and_not_the_folder(place):
    done = place.callwright("serve", "--port", "0", DATABASE_URL="postgresql://me:secret@127.0.0.1:1/name")
    assert done.returncode == 2
    assert "the database that DATABASE_URL names cannot be used" in done.stderr
    assert "--data" not in done.stderr
    assert "secret" not in done.stderr


def test_a_worker_waits_for_the_server_and_then_says_what_is_missing(place):
    code = "from callwright.web import working; working.PATIENCE = 1; working.work()"
    done = subprocess.run([sys.executable, "-c", code], env=place.env, capture_output=True, text=True, check=False)
    assert "start `callwright serve` once" in done.stderr
