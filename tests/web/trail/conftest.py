"""An organization with an admin, a manager, her rep, and a rep of another team; each can be signed in."""

import pytest


def somebody(organization, name, role="rep", team=None):
    from callwright.web.accounts.models import Member, Person

    email = f"{name.split()[0].lower()}@example.com"
    person = Person.objects.create_user(email, email=email, password="a long word of hers", first_name=name)
    member = Member.objects.create(organization=organization, person=person, role=role)
    if team:
        member.teams.add(team)
    return member


@pytest.fixture
def organization(database):
    """Northwind, which has its stages and nothing in its trail yet."""
    from callwright.web.accounts.actions import organization_made
    from callwright.web.accounts.models import Organization

    made = Organization.objects.create(name="Northwind", started=True)
    organization_made.send(Organization, organization=made)
    return made


@pytest.fixture
def teams(organization):
    from callwright.web.accounts.models import Team

    return {name: Team.objects.create(organization=organization, name=name) for name in ("West", "East")}


@pytest.fixture
def admin(organization, teams):
    return somebody(organization, "Ann Lee", "admin")


@pytest.fixture
def manager(organization, teams):
    return somebody(organization, "Max Weber", "manager", teams["West"])


@pytest.fixture
def rep(organization, teams):
    return somebody(organization, "Dana Reyes", team=teams["West"])


@pytest.fixture
def other(organization, teams):
    """A rep of another team."""
    return somebody(organization, "Olga Holm", team=teams["East"])


@pytest.fixture
def signed_in(client):
    """The browser of a member."""
    from django.test import Client

    def sign_in(member):
        browser = Client(headers={"host": "127.0.0.1"})
        browser.force_login(member.person)
        return browser

    return sign_in


@pytest.fixture
def changes(database):
    """What the trail holds of a table, oldest first: action, and the columns with what was before and after."""
    from callwright.web.trail.models import Change

    def of(table):
        return [(one.action, one.fields) for one in Change.objects.filter(table=table).order_by("id")]

    return of
