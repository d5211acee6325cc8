"""The pages as a browser gets them: Django's test client over a prepared data folder, nothing patched."""

import os

import pytest

from callwright.web import home, prepare

WEAK = "Get the CFO more comfortable with the pilot"
STRONG = "The CFO agrees to a two-week pilot starting 1 December"
KNOWN = {"stage": "evaluation", "minutes": "30", "attendees": "CFO, IT lead"}


@pytest.fixture(scope="session", autouse=True)
def prepared(tmp_path_factory):
    """The site made ready once. Other tests must not see where it keeps its data."""
    before = os.environ.get(home.VARIABLE)
    folder = tmp_path_factory.mktemp("data")
    prepare(folder)
    if before is None:
        del os.environ[home.VARIABLE]
    else:
        os.environ[home.VARIABLE] = before
    return folder


@pytest.fixture
def database(prepared):
    """A test's own view of the database: what it writes is gone when it ends."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def me(database):
    """The member of the personal workspace: a rep alone."""
    from callwright.web.accounts.actions import open_personal_workspace

    return open_personal_workspace()


@pytest.fixture
def stranger(database):
    """An admin of another organization, who must see nothing of mine."""
    from callwright.web.accounts.actions import organization_made
    from callwright.web.accounts.models import Member, Organization, Person

    organization = Organization.objects.create(name="Elsewhere")
    organization_made.send(Organization, organization=organization)
    person = Person.objects.create(username="stranger", email="stranger@elsewhere.example")
    return Member.objects.create(organization=organization, person=person, role="admin")


@pytest.fixture
def client(prepared):
    from django.test import Client

    return Client(headers={"host": "127.0.0.1"})


@pytest.fixture
def typing(client):
    """What comes back while a rep types: the part of the page that changes."""

    def post(text="", **fields):
        return client.post("/check/", {"text": text, **fields}, headers={"HX-Request": "true"}).content.decode()

    return post


@pytest.fixture
def pressing(client):
    """The whole page that comes back when a button is pressed without JavaScript."""

    def post(text="", **fields):
        return client.post("/check/", {"text": text, **fields}).content.decode()

    return post
