"""From the file of one person to a PostgreSQL for many: every row arrives, and is held to be the same."""

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.web.keeping.place import SERVER, SET_UP, Place, filled_place, new_place, twin

AT_WORK = f"""
{SET_UP}; django.setup()
from django.utils import timezone
from callwright.web.jobs.models import Worker
Worker.objects.create(name="somebody", seen=timezone.now())
"""

GOES_ON = f"""
{SET_UP}; django.setup()
from callwright.web.accounts.actions import open_personal_workspace
from callwright.web.calls.models import Call
from callwright.web.customers.models import Customer
from callwright.web.customers.search import found
from tests.web import cast
me = open_personal_workspace()
assert me.organization.name == "My calls" and Call.objects.of(me).count() == 2
new = cast.a_customer(me, "Zürich Two")
assert new.pk > max(Customer.objects.exclude(pk=new.pk).values_list("pk", flat=True))
assert sorted(hit.title for group in found(me, "zurich") for hit in group.hits) == ["Zürich & Söhne", "Zürich Two"]
"""


pytestmark = pytest.mark.skipif(not SERVER, reason="the goal is a PostgreSQL: `make test` runs this beside one too")


@pytest.fixture
def goal():
    """The address of an empty database."""
    return new_place(Path()).url


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A place with data in a file."""
    return filled_place(tmp_path_factory.mktemp("filled") / "data", "sqlite")


@pytest.fixture
def file(filled, tmp_path):
    """A copy of it, for one test."""
    return twin(filled, tmp_path / "data")


def test_every_row_is_moved_and_work_goes_on_there(file, goal):
    done = file.callwright("move", DATABASE_URL=goal)
    assert done.returncode == 0, done.stderr
    assert "customers_customer: 2" in done.stderr
    assert "the same on both sides" in done.stderr
    Place(file.folder, goal).python(GOES_ON)


def test_the_file_stays_as_it_was(file, goal):
    before = file.rows()
    assert file.callwright("move", DATABASE_URL=goal).returncode == 0
    assert file.rows() == before


def test_nothing_is_moved_over_data_that_is_there(file, goal):
    file.callwright("move", DATABASE_URL=goal)
    before = Place(file.folder, goal).rows()
    again = file.callwright("move", DATABASE_URL=goal)
    assert again.returncode == 2
    assert "holds data already: name an empty one" in again.stderr
    assert Place(file.folder, goal).rows() == before


def test_a_row_that_cannot_be_written_is_named_and_nothing_is_moved(file, goal):
    with contextlib.closing(sqlite3.connect(file.database)) as opened, opened:
        opened.execute("UPDATE customers_contact SET title = ? WHERE id = 2", ["x" * 201])
    done = file.callwright("move", DATABASE_URL=goal)
    assert done.returncode == 2
    assert "contacts 1 to 2 (table customers_contact) cannot be written, and nothing was moved" in done.stderr
    assert Place(file.folder, goal).rows()["accounts_organization"] == []


def test_a_file_that_is_at_work_is_not_moved(file, goal):
    file.python(AT_WORK)
    done = file.callwright("move", DATABASE_URL=goal)
    assert done.returncode == 2
    assert "stop `callwright serve` first" in done.stderr


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "say where to with DATABASE_URL"),
        ("sqlite:///other.sqlite3", "DATABASE_URL is no address of a PostgreSQL"),
        ("postgresql://nobody@127.0.0.1:9/none", "the database cannot be reached"),
    ],
)
def test_without_a_goal_it_says_what_is_missing(file, url, says):
    done = file.callwright("move", DATABASE_URL=url)
    assert done.returncode == 2
    assert says in done.stderr


def test_without_data_there_is_nothing_to_move(tmp_path):
    done = Place(tmp_path).callwright("move", DATABASE_URL="postgresql://nobody@127.0.0.1:9/none")
    assert done.returncode == 2
    assert "there is no data in" in done.stderr
