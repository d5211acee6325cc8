"""Who is what, and in which team: admins say so, and there is always one of them."""

import pytest

from tests.web import cast
from tests.web.pages import plain


@pytest.fixture
def north(admin):
    from callwright.web.people.actions.organizing import add_team

    return add_team(name="North", by=admin)


@pytest.fixture
def ravi(member_of, north):
    return member_of("Ravi Shah", teams=[north])


def fresh(member):
    member.refresh_from_db()
    return member


def test_an_admin_makes_a_manager_and_puts_them_in_a_team(admin, as_, member_of, north):
    dana = member_of("Dana Reyes")
    as_(admin).post(f"/people/{dana.pk}/", {"role": "manager", "teams": [north.pk]})
    assert (fresh(dana).role, list(dana.teams.all())) == ("manager", [north])


def test_a_manager_sees_at_once_what_the_team_holds_and_no_more(admin, as_, member_of, north, ravi):
    dana = member_of("Dana Reyes")
    seen, unseen = cast.a_customer(ravi, "Northfield Foods"), cast.a_customer(member_of("Una Berg"), "Southgate")
    client = as_(dana)
    assert client.get(f"/customers/{seen.pk}/").status_code == 404
    as_(admin).post(f"/people/{dana.pk}/", {"role": "manager", "teams": [north.pk]})
    assert client.get(f"/customers/{seen.pk}/").status_code == 200
    assert client.get(f"/customers/{unseen.pk}/").status_code == 404


def test_the_last_admin_stays_one(admin, as_, member_of):
    answer = as_(admin).post(f"/people/{admin.pk}/", {"role": "rep"})
    assert "Mara Lind is the only admin. Make somebody else one first." in plain(answer.content.decode())
    assert fresh(admin).role == "admin"


def test_with_a_second_admin_the_first_may_become_something_else(admin, as_, member_of):
    member_of("Ola Nilsen", "admin")
    as_(admin).post(f"/people/{admin.pk}/", {"role": "rep"})
    assert fresh(admin).role == "rep"


def test_an_admin_who_has_left_does_not_count(admin, as_, member_of):
    gone = member_of("Ola Nilsen", "admin")
    gone.active = False
    gone.save()
    as_(admin).post(f"/people/{admin.pk}/", {"role": "rep"})
    assert fresh(admin).role == "admin"


@pytest.mark.parametrize("role", ["rep", "manager"])
def test_nobody_else_says_who_is_what(admin, as_, member_of, north, ravi, role):
    one = member_of("Una Berg", role, [north])
    own, other = (as_(one).post(f"/people/{pk}/", {"role": "admin"}).status_code for pk in (one.pk, ravi.pk))
    assert {own, other} <= {403, 404}
    assert (fresh(one).role, fresh(ravi).role) == (role, "rep")


def test_a_rep_sees_the_team_and_whom_to_ask_and_opens_no_members_page(admin, as_, member_of, north, ravi):
    member_of("Una Berg")
    page = as_(ravi).get("/people/").content.decode()
    assert "Mara Lind" in page
    assert "Una Berg" not in page
    assert "mara@northwind.example" not in page
    assert as_(ravi).get(f"/people/{admin.pk}/").status_code == 404


def test_a_manager_opens_the_pages_of_the_team_alone(as_, member_of, north, ravi):
    dana, una = member_of("Dana Reyes", "manager", [north]), member_of("Una Berg")
    assert as_(dana).get(f"/people/{ravi.pk}/").status_code == 200
    assert as_(dana).get(f"/people/{una.pk}/").status_code == 404


def test_teams_are_made_renamed_and_removed_and_members_stay(admin, as_, ravi, north):
    from callwright.web.accounts.models import Team

    client = as_(admin)
    client.post("/people/teams/", {"name": "South"})
    client.post(f"/people/teams/{north.pk}/", {"name": "North and east"})
    assert [str(one) for one in Team.objects.of(admin)] == ["North and east", "South"]
    client.post(f"/people/teams/{north.pk}/remove/")
    assert [str(one) for one in Team.objects.of(admin)] == ["South"]
    assert fresh(ravi).active


@pytest.mark.parametrize(("name", "said"), [("North", "of that name already"), ("", "A team needs a name.")])
def test_a_team_has_a_name_of_its_own(admin, as_, north, name, said):
    assert said in as_(admin).post("/people/teams/", {"name": name}).content.decode()


@pytest.mark.parametrize("role", ["rep", "manager"])
def test_only_admins_make_teams(as_, member_of, north, role):
    one = as_(member_of("Una Berg", role, [north]))
    for path in ("", f"{north.pk}/", f"{north.pk}/remove/"):
        assert one.post(f"/people/teams/{path}", {"name": "Mine"}).status_code == 403
