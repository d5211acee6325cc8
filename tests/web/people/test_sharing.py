"""A customer is shared with a member or a team, by those who settle it; then they see it, and until it ends."""

import pytest

from tests.web import cast


@pytest.fixture
def ravi(member_of):
    return member_of("Ravi Shah")


@pytest.fixture
def una(member_of):
    return member_of("Una Berg")


@pytest.fixture
def customer(ravi):
    return cast.a_customer(ravi)


def sees(as_, member, customer):
    return as_(member).get(f"/customers/{customer.pk}/").status_code == 200


def test_the_owner_shares_with_a_colleague_and_ends_it(as_, ravi, una, customer):
    theirs = as_(ravi)
    assert not sees(as_, una, customer)
    theirs.post(f"/people/sharing/{customer.pk}/", {"whom": f"member-{una.pk}"})
    assert sees(as_, una, customer)
    assert "Una Berg" in theirs.get(f"/people/sharing/{customer.pk}/").content.decode()
    theirs.post(f"/people/sharing/{customer.pk}/{customer.shares.get().pk}/end/")
    assert not sees(as_, una, customer)


def test_with_a_team_all_who_are_in_it_see_the_customer(admin, as_, ravi, una, customer):
    from callwright.web.people.actions.organizing import add_team

    team = add_team(name="North", by=admin)
    una.teams.add(team)
    as_(ravi).post(f"/people/sharing/{customer.pk}/", {"whom": f"team-{team.pk}"})
    assert sees(as_, una, customer)
    una.teams.remove(team)
    assert not sees(as_, una, customer)


def test_whoever_it_is_shared_with_does_not_pass_it_on(as_, ravi, una, customer, member_of):
    as_(ravi).post(f"/people/sharing/{customer.pk}/", {"whom": f"member-{una.pk}"})
    third = member_of("Third One")
    assert as_(una).get(f"/people/sharing/{customer.pk}/").status_code == 200
    assert as_(una).post(f"/people/sharing/{customer.pk}/", {"whom": f"member-{third.pk}"}).status_code == 403
    assert as_(una).post(f"/people/sharing/{customer.pk}/{customer.shares.get().pk}/end/").status_code == 403
    assert not sees(as_, third, customer)


def test_who_does_not_see_it_shares_nothing(as_, una, customer):
    assert as_(una).post(f"/people/sharing/{customer.pk}/", {"whom": f"member-{una.pk}"}).status_code == 404


@pytest.mark.parametrize("whom", ["", "member-", "team-1", "member-999999", "nonsense", "owner-1"])
def test_nonsense_is_nobody(as_, ravi, customer, whom):
    answer = as_(ravi).post(f"/people/sharing/{customer.pk}/", {"whom": whom})
    assert "Choose a member or a team." in answer.content.decode()


def test_nobody_of_another_organization(as_, ravi, customer, stranger):
    as_(ravi).post(f"/people/sharing/{customer.pk}/", {"whom": f"member-{stranger.pk}"})
    assert not customer.shares.exists()
