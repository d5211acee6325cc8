"""One person alone becomes an organization: nothing is lost, and from then on whoever comes signs in."""

import pytest

from tests.web import cast
from tests.web.pages import plain
from tests.web.people.conftest import PASSWORD

FORM = {
    "organization": "Northwind Sales",
    "name": "Mara Lind",
    "email": "Mara@Northwind.example",
    "password": PASSWORD,
}


def opened(client, **fields):
    return client.post("/people/open/", {**FORM, **fields})


def test_the_workspace_becomes_an_organization_and_every_row_stays(client, me):
    from callwright.web.accounts.models import Member

    call = cast.a_call(me)
    assert opened(client).headers["location"] == "/people/"
    [member] = Member.objects.filter(organization=me.organization)
    assert (member.pk, member.role, str(member)) == (me.pk, "admin", "Mara Lind")
    assert (member.organization.name, member.organization.personal) == ("Northwind Sales", False)
    assert "Northfield Foods" in client.get(f"/calls/{call.pk}/").content.decode()


def test_whoever_opened_it_is_signed_in_and_everybody_else_is_asked_to(client, me, browser):
    opened(client)
    assert client.get("/people/").status_code == 200
    assert browser().get("/").headers["location"] == "/accounts/login/?next=/"


def test_one_signs_in_with_the_address_in_any_letters_and_the_password(client, me, browser):
    opened(client)
    other = browser()
    answer = other.post("/accounts/login/?next=/customers/", {"login": "mara@NORTHWIND.example", "password": PASSWORD})
    assert answer.headers["location"] == "/customers/"
    assert other.get("/customers/").status_code == 200


def test_the_address_counts_as_theirs(client, me):
    opened(client)
    [address] = me.person.emailaddress_set.all()
    assert (address.email, address.verified, address.primary) == ("mara@northwind.example", True, True)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("organization", "", "What is it called?"),
        ("name", " ", "By what name do the others know you?"),
        ("email", "", "An address is needed."),
        ("email", "mara", "That address lacks something"),
        ("password", "short", "at least 12 characters"),
        ("password", "password1234", "too common"),
        ("password", "mara@northwind.example", "too similar"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_opened(client, me, field, typed, said):
    from callwright.web.accounts.models import Organization

    page = opened(client, **{field: typed}).content.decode()
    assert said in plain(page)
    assert Organization.objects.get(pk=me.organization_id).personal
    assert 'value="Northwind Sales"' in page or field == "organization"
    assert PASSWORD not in page


def test_an_open_door_is_not_opened_again(admin, as_):
    assert opened(as_(admin), organization="Mine now").headers["location"] == "/people/"
    admin.organization.refresh_from_db()
    assert admin.organization.name == "Northwind Sales"


def test_an_address_that_somebody_signs_in_with_is_not_taken(client, admin):
    from callwright.web.accounts.actions import give_sign_in
    from callwright.web.accounts.errors import Refused
    from callwright.web.accounts.models import Person

    with pytest.raises(Refused, match="signs in with that address"):
        give_sign_in(person=Person(), name="Other", email="MARA@northwind.example", password=PASSWORD)


def test_the_page_needs_no_script_and_says_what_comes(client, me):
    page = client.get("/people/open/").content.decode()
    assert "all that is in it stays as it is" in plain(page)
    assert "<script>" not in page
