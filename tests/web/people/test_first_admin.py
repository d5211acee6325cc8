"""Whoever runs the server makes the first admin, and lets one in again who was locked out."""

import subprocess
import sys

import pytest

from tests.web.keeping.place import SET_UP, filled_place, new_place

PASSWORD = "a quiet word about apples"
ASKS = f"""
{SET_UP}; django.setup()
from django.contrib.auth import authenticate
from callwright.web.accounts.models import Member, Organization
[place] = Organization.objects.all()
member = Member.objects.get(person__email="mara@northwind.example")
assert (place.name, place.personal, member.role) == ("Northwind", False, "admin"), place.name
assert authenticate(None, email="mara@northwind.example", password={{word!r}}) == member.person
assert place.members.count() == 1
"""


def admin(place, *words, password=PASSWORD):
    command = [sys.executable, "-m", "callwright", "admin", *words]
    return subprocess.run(command, env=place.env, input=f"{password}\n", capture_output=True, text=True, check=False,
                          timeout=300)  # fmt: skip


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """A place with an organization and its first admin; nothing was there before."""
    place = new_place(tmp_path_factory.mktemp("founded") / "data")
    done = admin(place, "Mara@Northwind.example", "--name", "Mara Lind", "--organization", "Northwind")
    assert done.returncode == 0, done.stderr
    return place


def test_the_first_organization_is_founded_with_its_admin(founded):
    founded.python(ASKS.format(word=PASSWORD))


def test_who_was_locked_out_gets_in_with_a_new_password(founded):
    new = "another word about pears"
    assert admin(founded, "mara@northwind.example", password=new).returncode == 0
    founded.python(ASKS.format(word=new))


@pytest.mark.parametrize(
    ("words", "password", "says"),
    [
        (["mara@northwind.example"], "short", "This password is too short"),
        (["mara@northwind.example", "--organization", "Elsewhere"], PASSWORD, "there are: Northwind"),
        (["no address"], PASSWORD, "is no e-mail address"),
    ],
)
def test_a_slip_is_named_and_nothing_changes(founded, words, password, says):
    before = founded.rows()
    done = admin(founded, *words, password=password)
    assert done.returncode == 2
    assert says in done.stderr
    assert founded.rows() == before


def test_the_workspace_of_one_becomes_the_organization(tmp_path):
    place = filled_place(tmp_path / "data")
    before = place.rows()["customers_customer"]
    assert "say how this workspace is called" in admin(place, "mara@northwind.example").stderr
    done = admin(place, "mara@northwind.example", "--organization", "Northwind")
    assert done.returncode == 0, done.stderr
    place.python(ASKS.format(word=PASSWORD))
    assert place.rows()["customers_customer"] == before


def test_the_password_is_shown_nowhere(founded):
    done = admin(founded, "mara@northwind.example")
    assert PASSWORD not in done.stdout + done.stderr
