"""Every page of an organization's people: a fixed number of questions, and nothing of another organization."""

import pytest
from django.db import transaction
from django.test import override_settings

from tests.web import cast
from tests.web.people.addresses import PAGES, PRESSED
from tests.web.test_every_page import FEW, MANY, asked


def people_of(admin, many):
    """The keys for addresses, in an organization with so many members, teams, invitations and what they hold."""
    from callwright.web.accounts.actions import give_sign_in
    from callwright.web.accounts.models import Member, Person
    from callwright.web.people.actions.inviting import invite
    from callwright.web.people.actions.letters import write_letter
    from callwright.web.people.actions.organizing import add_team
    from callwright.web.people.actions.sharing import share

    keys = {}
    for number in range(many):
        team = add_team(name=f"Team {number}", by=admin)
        person = give_sign_in(
            person=Person(), name=f"Rep {number}", email=f"r{number}.{admin.pk}@x.example", password="a quiet word"
        )
        member = Member.objects.create(organization=admin.organization, person=person)
        member.teams.add(team)
        customer = cast.a_customer(member, f"Customer {number}")
        cast.a_call(member, customer)
        invitation, secret = invite(email=f"n{number}@x.example", teams=[team], by=admin)
        letter = write_letter(email=person.email, subject="A link", text="https://here/", person=person)
        keys = {
            "team": team.pk, "member": member.pk, "customer": customer.pk, "invitation": invitation.pk,
            "secret": secret, "letter": letter.pk,
            "share": share(customer=customer, member=admin, by=admin).pk,
        }  # fmt: skip
    return keys


def counts(client, admin, many):
    """How many questions each page asks; what was made for it is gone afterwards."""
    with transaction.atomic():
        keys = people_of(admin, many)
        found = {name: asked(client, at.format(**keys)) for name, (at, _) in PAGES.items()}
        transaction.set_rollback(True)
    return found


def in_memory():
    from callwright.web.signing_in import counts_kept

    return {"default": counts_kept(in_database=False)}


@pytest.fixture
def elsewhere(stranger):
    """The admin of another organization."""
    stranger.role = "admin"
    stranger.save()
    return stranger


def test_pages_ask_a_fixed_number_of_questions_however_many_people_there_are(admin, as_):
    client = as_(admin)
    with override_settings(CACHES=in_memory()):  # whether what is tried too often asks the database is a setting
        few, many = counts(client, admin, FEW), counts(client, admin, MANY)
    assert many == few
    assert few == {name: queries for name, (_, queries) in PAGES.items()}


@pytest.mark.parametrize("name", [name for name, (at, _) in PAGES.items() if "{" in at and name != "join"])
def test_another_organizations_row_is_not_there_to_be_read(admin, as_, elsewhere, name):
    theirs = PAGES[name][0].format(**people_of(elsewhere, 1))
    assert as_(admin).get(theirs).status_code == 404
    assert as_(admin).post(theirs, {"name": "Mine now", "role": "admin", "to": admin.pk}).status_code == 404


@pytest.mark.parametrize("name", [name for name, at in PRESSED.items() if "{" in at])
def test_another_organizations_row_is_not_there_to_be_changed(admin, as_, elsewhere, name):
    assert as_(admin).post(PRESSED[name].format(**people_of(elsewhere, 1))).status_code == 404


@pytest.mark.parametrize("name", ["people", "you", "invite", "letters", "teams"])
def test_no_list_shows_another_organizations_people(admin, as_, elsewhere, name):
    people_of(elsewhere, 1)
    page = as_(admin).get(PAGES[name][0]).content.decode()
    assert "Rep 0" not in page
    assert "x.example" not in page


@pytest.mark.parametrize("name", [name for name in PAGES if name != "join"])
def test_one_person_alone_is_led_to_the_door(client, me, name):
    address = PAGES[name][0].format(team=1, member=me.pk, customer=1)
    assert client.get(address).headers["location"] == "/people/open/"
