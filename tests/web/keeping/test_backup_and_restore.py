"""A copy of everything is made while the server runs, and put back: all of it or nothing, and over nothing unasked."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
import time
import zipfile
from contextlib import closing

import pytest

from tests.web.keeping.place import SET_UP, filled_place, new_place, twin

WRITES = f"""
{SET_UP}; django.setup()
from callwright.web.accounts.actions import open_personal_workspace
from callwright.web.customers.models import Customer
me = open_personal_workspace()
print("writing", flush=True)
for number in range(1_000_000):
    Customer.objects.create(organization=me.organization, name=f"Customer {{number}}")
"""

AT_WORK = f"""
{SET_UP}; django.setup()
from django.utils import timezone
from callwright.web.jobs.models import Worker
Worker.objects.create(name="somebody", seen=timezone.now())
"""


FOUND = f"""
{SET_UP}; django.setup()
from callwright.web.accounts.actions import open_personal_workspace
from callwright.web.customers.search import found
from tests.web import cast
me = open_personal_workspace()
cast.a_customer(me, "Zürich Two")
assert sorted(hit.title for group in found(me, "zurich") for hit in group.hits) == ["Zürich & Söhne", "Zürich Two"]
"""

OTHERWISE = f"""
{SET_UP}; django.setup()
from callwright.web.customers.models import Customer
Customer.objects.update(name="Nobody")
"""


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """A place with data, and a copy of it."""
    folder = tmp_path_factory.mktemp("kept")
    place = filled_place(folder / "data")
    done = place.callwright("backup", folder / "copy")
    assert done.returncode == 0, done.stderr
    return place, folder / "copy"


@pytest.fixture(scope="module")
def file_kept(tmp_path_factory, kept):
    """A place with data in SQLite, whatever the tests run on."""
    place, _ = kept
    return filled_place(tmp_path_factory.mktemp("file") / "data", "sqlite") if place.url else place


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_all_rows_come_back_in_a_new_place(kept, tmp_path):
    place, copy = kept
    new = new_place(tmp_path / "new")
    done = new.callwright("restore", copy)
    assert done.returncode == 0, done.stderr
    assert new.rows() == place.rows()
    assert len(new.rows()["customers_customer"]) == 2
    key = new.folder / "secret-key"
    assert key.read_bytes() == (place.folder / "secret-key").read_bytes()
    kept_closed = [key, copy] if place.url else [key, copy, new.database]
    assert {mode(path) for path in kept_closed} == {0o600}
    assert sorted(path.name for path in new.folder.iterdir() if path.name.startswith(".")) == []


def test_the_restored_place_can_be_worked_in(kept, tmp_path):
    """Found by the databases' own full text: what triggers and functions keep came along, and ran once only."""
    _, copy = kept
    new = new_place(tmp_path / "new")
    new.callwright("restore", copy)
    new.python(FOUND)


def test_what_is_there_is_not_replaced_unasked(kept, tmp_path):
    place, copy = kept
    other = twin(place, tmp_path / "other")
    before = other.rows()
    done = other.callwright("restore", copy)
    assert done.returncode == 2
    assert "holds data already" in done.stderr
    assert "--replace" in done.stderr
    assert other.rows() == before


def test_with_replace_what_is_there_goes(kept, tmp_path):
    place, copy = kept
    other = twin(place, tmp_path / "other")
    other.python(OTHERWISE)
    done = other.callwright("restore", copy, "--replace")
    assert done.returncode == 0, done.stderr
    assert other.rows() == place.rows()


def test_while_a_worker_is_at_work_nothing_is_replaced(kept, tmp_path):
    place, copy = kept
    other = twin(place, tmp_path / "other")
    other.python(AT_WORK)
    before = other.rows()
    done = other.callwright("restore", copy, "--replace")
    assert done.returncode == 2
    assert "stop `callwright serve`" in done.stderr
    assert other.rows() == before


def test_a_copy_is_of_one_moment_while_others_write(kept, tmp_path):
    place = twin(kept[0], tmp_path / "busy")
    writer = subprocess.Popen([sys.executable, "-c", WRITES], env=place.env, stdout=subprocess.PIPE, text=True)
    try:
        assert writer.stdout.readline() == "writing\n"
        done = place.callwright("backup", tmp_path / "copy")
        assert done.returncode == 0, done.stderr
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
    new = new_place(tmp_path / "new")
    assert new.callwright("restore", tmp_path / "copy").returncode == 0
    copied, now = new.rows()["customers_customer"], place.rows()["customers_customer"]
    assert 2 <= len(copied) < len(now)
    assert set(copied) < set(now)


def test_a_copy_that_is_there_is_not_overwritten_unasked(kept, tmp_path):
    place, _ = kept
    (tmp_path / "copy").write_text("mine")
    assert "is there already" in place.callwright("backup", tmp_path / "copy").stderr
    assert (tmp_path / "copy").read_text() == "mine"
    assert place.callwright("backup", tmp_path / "copy", "--replace").returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["copy"]


@pytest.mark.parametrize("harm", ["text", "cut", "changed"])
def test_a_damaged_copy_changes_nothing(kept, tmp_path, harm):
    _, copy = kept
    whole = copy.read_bytes()
    half = len(whole) // 2
    harmed = {"text": b"not a backup", "cut": whole[:half], "changed": whole[:half] + b"\0" * 64 + whole[half + 64 :]}
    (tmp_path / "copy").write_bytes(harmed[harm])
    new = new_place(tmp_path / "new")
    done = new.callwright("restore", tmp_path / "copy")
    assert done.returncode == 2
    assert "nothing is changed" in done.stderr
    assert "Traceback" not in done.stderr
    assert not new.folder.exists()


def test_a_copy_by_a_later_version_is_refused(kept, tmp_path):
    _, copy = kept
    with zipfile.ZipFile(copy) as old, zipfile.ZipFile(tmp_path / "copy", "w") as later:
        for name in old.namelist():
            later.writestr(name, old.read(name).replace(b'"callwright": "0.', b'"callwright": "99.'))
    done = new_place(tmp_path / "new").callwright("restore", tmp_path / "copy")
    assert done.returncode == 2
    assert "newer than this one" in done.stderr


def test_where_there_is_nothing_it_says_so_and_makes_nothing(tmp_path):
    place = new_place(tmp_path / "nowhere", "sqlite")
    for words in (("backup", tmp_path / "copy"), ("export", tmp_path / "all.json")):
        done = place.callwright(*words)
        assert done.returncode == 2
        assert "there is no folder" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_the_command_exports_both_ways(kept, tmp_path):
    place, _ = kept
    for name in ("all.json", "all.zip"):
        done = place.callwright("export", tmp_path / name)
        assert done.returncode == 0, done.stderr
        assert mode(tmp_path / name) == 0o600
    assert "Northfield Foods" in (tmp_path / "all.json").read_text(encoding="utf-8")
    assert "customers.csv" in zipfile.ZipFile(tmp_path / "all.zip").namelist()
    assert ".json" in place.callwright("export", tmp_path / "all.xlsx").stderr


def test_a_restore_that_is_killed_leaves_what_was_there(file_kept, tmp_path):
    """SQLite: kill -9 once the first pages are on the disk."""
    place = twin(file_kept, tmp_path / "data")
    with closing(sqlite3.connect(tmp_path / "big")) as big:
        big.execute("CREATE TABLE much (text)")
        big.execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000) "
                    "INSERT INTO much SELECT hex(randomblob(1000)) FROM n")  # fmt: skip
        big.commit()
    before, journal = place.rows(), place.database.with_name("callwright.sqlite3-wal")
    code = (
        "from pathlib import Path; from callwright.web.keeping.on_sqlite import put_back\n"
        f"put_back(Path({str(tmp_path / 'big')!r}), Path({str(place.database)!r}))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], env=place.env)
    while process.poll() is None and not (journal.exists() and journal.stat().st_size > 2**20):
        time.sleep(0.001)
    os.kill(process.pid, signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL, "it was through before it could be killed"
    assert place.rows() == before


def test_a_damaged_database_is_kept_beside_the_restored_one(file_kept, tmp_path):
    place = twin(file_kept, tmp_path / "data")
    assert place.callwright("backup", tmp_path / "copy").returncode == 0
    before = place.rows()
    place.database.write_bytes(b"\0" * 8192)
    done = place.callwright("restore", tmp_path / "copy", "--replace")
    assert done.returncode == 0, done.stderr
    assert place.rows() == before
    assert place.database.with_name("callwright.sqlite3.damaged").read_bytes() == b"\0" * 8192


def test_missing_programs_of_postgresql_are_named(monkeypatch, tmp_path):
    from callwright.web.keeping import on_postgres
    from callwright.web.keeping.errors import KeepingRefused

    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(on_postgres, "WHEEL", "a_wheel_that_is_not_there")
    monkeypatch.setattr(on_postgres, "DEBIAN", tmp_path)
    with pytest.raises(KeepingRefused, match=r"pg_dump is not on the path.*postgresql-client"):
        on_postgres.copy_out({}, tmp_path / "copy", 18)
