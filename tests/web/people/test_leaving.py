"""Who leaves: signed out at once, what is to come goes to whom the admin names, what was stays under their name."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web import cast
from tests.web.pages import plain
from tests.web.people.conftest import PASSWORD


@pytest.fixture
def ravi(member_of):
    return member_of("Ravi Shah")


@pytest.fixture
def una(member_of):
    return member_of("Una Berg")


@pytest.fixture
def holds(ravi):
    """What Ravi holds: a customer, a call tomorrow, one that is off, and one last week."""
    customer = cast.a_customer(ravi)
    past = timezone.now() - dt.timedelta(days=7)
    return {
        "customer": customer,
        "to_come": cast.a_call(ravi, customer),
        "off": cast.a_call(ravi, customer, state="cancelled"),
        "past": cast.a_call(ravi, customer, starts=past),
    }


def fresh(row):
    row.refresh_from_db()
    return row


def test_the_page_shows_what_will_be_handed_over(admin, as_, ravi, holds):
    page = plain(as_(admin).get(f"/people/{ravi.pk}/leave/").content.decode())
    assert "1 call to come" in page
    assert "1 customer" in page
    assert "Northfield Foods" in page


def test_what_is_to_come_goes_over_and_what_was_stays_under_their_name(admin, as_, ravi, una, holds):
    as_(admin).post(f"/people/{ravi.pk}/leave/", {"to": una.pk})
    assert not fresh(ravi).active
    assert fresh(holds["customer"]).owner == una
    assert fresh(holds["to_come"]).member == una
    assert fresh(holds["past"]).member == ravi
    assert fresh(holds["off"]).member == ravi


def test_whoever_has_left_is_out_at_the_next_request(admin, as_, ravi, browser):
    theirs, other = browser(), as_(ravi)
    theirs.post("/accounts/login/", {"login": "ravi@northwind.example", "password": PASSWORD})
    assert theirs.get("/customers/").status_code == 200
    as_(admin).post(f"/people/{ravi.pk}/leave/")
    assert theirs.get("/customers/").headers["location"].startswith("/accounts/login/")
    assert other.get("/customers/").status_code == 403, "a session that is noted nowhere shows nothing either"


def test_they_may_sign_in_but_belong_nowhere(admin, as_, ravi, browser):
    as_(admin).post(f"/people/{ravi.pk}/leave/")
    theirs = browser()
    theirs.post("/accounts/login/", {"login": "ravi@northwind.example", "password": PASSWORD})
    page = theirs.get("/customers/")
    assert (page.status_code, "You belong to no organization here" in page.content.decode()) == (403, True)


def test_somebody_has_to_take_over(admin, as_, ravi, holds):
    page = plain(as_(admin).post(f"/people/{ravi.pk}/leave/", {}).content.decode())
    assert "Say who takes over what Ravi Shah holds." in page
    assert fresh(ravi).active


def test_who_has_nothing_just_goes(admin, as_, ravi):
    assert as_(admin).post(f"/people/{ravi.pk}/leave/").headers["location"] == "/people/"
    assert not fresh(ravi).active


@pytest.mark.parametrize("who", ["stranger", "ravi", "gone"])
def test_only_another_active_member_takes_over(admin, as_, ravi, holds, member_of, stranger, who):
    gone = member_of("Gone")
    gone.active = False
    gone.save()
    to = {"stranger": stranger, "ravi": ravi, "gone": gone}[who]
    page = plain(as_(admin).post(f"/people/{ravi.pk}/leave/", {"to": to.pk}).content.decode())
    assert "Choose who takes over" in page
    assert fresh(ravi).active
    assert fresh(holds["customer"]).owner == ravi


def test_the_last_admin_cannot_leave(admin, as_):
    page = plain(as_(admin).post(f"/people/{admin.pk}/leave/").content.decode())
    assert "Mara Lind is the only admin" in page
    assert fresh(admin).active


def test_a_rep_leaves_what_they_hold_to_whoever_led_them(admin, as_, ravi, una, holds):
    theirs = as_(ravi)
    page = theirs.get(f"/people/{ravi.pk}/leave/").content.decode()
    assert "Mara Lind, Admin" in page
    assert "Una Berg" not in page
    assert theirs.post(f"/people/{ravi.pk}/leave/", {"to": una.pk}).status_code == 200
    assert theirs.post(f"/people/{ravi.pk}/leave/", {"to": admin.pk}).headers["location"] == "/accounts/login/"
    assert fresh(holds["to_come"]).member == admin


@pytest.mark.parametrize("role", ["rep", "manager"])
def test_nobody_but_an_admin_sends_somebody_away(as_, member_of, admin, ravi, role):
    from callwright.web.people.actions.organizing import add_team

    team = add_team(name="North", by=admin)
    ravi.teams.add(team)
    one = member_of("Dana Reyes", role, [team])
    assert as_(one).post(f"/people/{ravi.pk}/leave/", {"to": one.pk}).status_code in {403, 404}
    assert fresh(ravi).active


def test_who_had_left_is_brought_back(admin, as_, ravi):
    as_(admin).post(f"/people/{ravi.pk}/leave/")
    assert "has left" in as_(admin).get("/people/").content.decode()
    as_(admin).post(f"/people/{ravi.pk}/back/")
    assert as_(ravi).get("/customers/").status_code == 200


def test_they_come_along_to_no_call_and_nothing_is_shared_with_them_any_more(admin, as_, ravi, una):
    from callwright.web.people.actions.sharing import share

    customer = cast.a_customer(una)
    call = cast.a_call(una, customer)
    call.joined.add(ravi)
    share(customer=customer, member=ravi, by=una)
    as_(admin).post(f"/people/{ravi.pk}/leave/")
    as_(admin).post(f"/people/{ravi.pk}/back/")
    assert list(call.joined.all()) == []
    assert as_(ravi).get(f"/customers/{customer.pk}/").status_code == 404


def test_whoever_works_elsewhere_too_stays_signed_in_there(admin, as_, stranger):
    from callwright.web.accounts.models import Member

    here = Member.objects.create(organization=admin.organization, person=stranger.person)
    theirs = as_(stranger)
    as_(admin).post(f"/people/{here.pk}/leave/")
    assert "Elsewhere" in theirs.get("/people/").content.decode()


class TestHandingOver:
    """Single customers and calls to come."""

    def test_what_is_ticked_goes_over_and_the_rest_stays(self, admin, as_, ravi, una, holds):
        other = cast.a_customer(ravi, "Southgate")
        as_(admin).post(f"/people/{ravi.pk}/hand-over/", {"to": una.pk, "customers": [other.pk]})
        assert fresh(other).owner == una
        assert fresh(holds["customer"]).owner == ravi

    def test_whoever_takes_a_call_sees_its_customer(self, admin, as_, ravi, una, holds):
        as_(admin).post(f"/people/{ravi.pk}/hand-over/", {"to": una.pk, "calls": [holds["to_come"].pk]})
        assert as_(una).get(f"/calls/{holds['to_come'].pk}/plan/").status_code == 200
        assert as_(una).get(f"/customers/{holds['customer'].pk}/").status_code == 200
        assert fresh(holds["customer"]).owner == ravi

    def test_a_manager_hands_over_within_the_team(self, admin, as_, ravi, una, member_of, holds):
        from callwright.web.people.actions.organizing import add_team

        team = add_team(name="North", by=admin)
        dana = member_of("Dana Reyes", "manager", [team])
        ravi.teams.add(team)
        body = {"customers": [holds["customer"].pk]}
        as_(dana).post(f"/people/{ravi.pk}/hand-over/", {**body, "to": una.pk})
        assert fresh(holds["customer"]).owner == ravi, "Una is in no team of Dana's"
        as_(dana).post(f"/people/{ravi.pk}/hand-over/", {**body, "to": dana.pk})
        assert fresh(holds["customer"]).owner == dana

    def test_a_manager_of_another_team_and_a_rep_hand_over_nothing(self, as_, ravi, una, member_of, holds):
        body = {"customers": [holds["customer"].pk], "to": una.pk}
        assert as_(member_of("Dana Reyes", "manager")).post(f"/people/{ravi.pk}/hand-over/", body).status_code == 404
        assert as_(una).post(f"/people/{ravi.pk}/hand-over/", body).status_code == 403
        assert fresh(holds["customer"]).owner == ravi

    def test_what_is_not_theirs_does_not_go_over(self, admin, as_, ravi, una, holds):
        """The number of a customer of somebody else's among those ticked."""
        hers = cast.a_customer(admin, "Mine")
        as_(admin).post(f"/people/{ravi.pk}/hand-over/", {"to": una.pk, "customers": [hers.pk, holds["customer"].pk]})
        assert fresh(hers).owner == admin

    def test_nothing_ticked_is_said(self, admin, as_, ravi, una, holds):
        page = as_(admin).post(f"/people/{ravi.pk}/hand-over/", {"to": una.pk}).content.decode()
        assert "Tick what goes over" in page

    def test_what_was_typed_meanwhile_is_kept(self, admin, as_, ravi, una, holds):
        """A manager reassigns while the rep types: the rep's form is answered, and no line is lost."""
        theirs = as_(ravi)
        theirs.get(f"/calls/{holds['to_come'].pk}/plan/")
        as_(admin).post(
            f"/people/{ravi.pk}/hand-over/",
            {"to": una.pk, "calls": [holds["to_come"].pk], "customers": [holds["customer"].pk]},
        )
        line = "The CFO agrees to a two-week pilot starting 1 December"
        answer = theirs.post(f"/calls/{holds['to_come'].pk}/plan/", {"text": line})
        assert answer.status_code == 404
        assert line in answer.content.decode()
