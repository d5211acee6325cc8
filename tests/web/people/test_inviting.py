"""Admins invite: a link that works once, for seven days, until it is withdrawn; whoever has it joins as it says."""

import datetime as dt
import html
import re

import pytest
from django.utils import timezone

from tests.web.pages import plain
from tests.web.people.conftest import PASSWORD, link_in

NEW = {"name": "Dana Reyes", "password": "a long word about pears"}


@pytest.fixture
def invite(admin, as_):
    """Has Mara invite somebody; the link that she sees."""

    def send(email="dana@northwind.example", **fields):
        page = as_(admin).post("/people/invite/", {"email": email, "role": "rep", **fields}).content.decode()
        return link_in(html.unescape(re.search(r'id="link" value="(.*?)"', page)[1]))

    return send


@pytest.fixture
def team(admin):
    from callwright.web.people.actions.organizing import add_team

    return add_team(name="North", by=admin)


def member(name="Dana Reyes"):
    from callwright.web.accounts.models import Member

    return Member.objects.get(person__first_name=name)


def test_somebody_new_joins_with_a_name_and_a_password_and_is_in(invite, browser, team):
    link, dana = invite(role="manager", teams=[team.pk]), browser()
    assert "Mara Lind invites you to plan calls together, in North" in plain(dana.get(link).content.decode())
    assert dana.post(link, NEW).headers["location"] == "/"
    assert dana.get("/people/you/").status_code == 200
    assert (member().role, [str(one) for one in member().teams.all()]) == ("manager", ["North"])
    [address] = member().person.emailaddress_set.all()
    assert (address.email, address.verified) == ("dana@northwind.example", True)


def test_the_link_works_once(invite, browser):
    link = invite()
    browser().post(link, NEW)
    other = browser()
    assert other.get(link).status_code == 410
    assert other.post(link, {**NEW, "name": "Second"}).status_code == 410


def test_two_who_press_at_the_same_time_are_one_member(invite, browser):
    from callwright.web.accounts.errors import Refused
    from callwright.web.people.actions.inviting import accept, sign_up
    from callwright.web.people.queries.invitations import open_invitation

    secret = invite().split("/")[-2]
    first, second = open_invitation(secret), open_invitation(secret)
    dana = sign_up(invitation=first, name="Dana Reyes", password=NEW["password"], verified=True)
    with pytest.raises(Refused, match="used or withdrawn"):
        accept(invitation=second, person=dana.person)


def test_it_works_for_seven_days(invite, browser):
    from callwright.web.accounts.models import Invitation

    link = invite()
    left = Invitation.objects.get().expires_at - timezone.now()
    assert dt.timedelta(days=6, hours=23) < left <= dt.timedelta(days=7)
    Invitation.objects.update(expires_at=timezone.now())
    assert browser().get(link).status_code == 410


def test_withdrawn_it_leads_nowhere(invite, admin, as_, browser):
    from callwright.web.accounts.models import Invitation

    link = invite()
    assert "dana@northwind.example" in as_(admin).get("/people/").content.decode()
    as_(admin).post(f"/people/invitations/{Invitation.objects.get().pk}/withdraw/")
    assert browser().get(link).status_code == 410
    assert "dana@northwind.example" not in as_(admin).get("/people/").content.decode()


def test_inviting_again_makes_a_new_link_and_ends_the_old_one(invite, browser):
    old, new = invite(), invite()
    assert browser().get(old).status_code == 410
    assert browser().get(new).status_code == 200


def test_the_secret_is_kept_nowhere_but_as_its_digest(invite, admin, as_):
    import hashlib

    from callwright.web.accounts.models import Invitation, Letter

    secret = invite().split("/")[-2]
    assert len(secret) >= 43
    assert Invitation.objects.get().digest == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in as_(admin).get("/people/").content.decode()
    assert not Letter.objects.exists()


def test_whoever_signs_in_here_already_joins_with_one_press(invite, browser, stranger):
    from callwright.web.accounts.actions import give_sign_in

    give_sign_in(person=stranger.person, name="Sam Osei", email="sam@elsewhere.example", password=PASSWORD)
    link, sam = invite("sam@elsewhere.example"), browser()
    page = plain(sam.get(link).content.decode())
    assert "You sign in here already, as sam@elsewhere.example" in page
    assert sam.post(link, {**NEW, "name": "Not Sam"}).status_code == 200
    assert not stranger.person.memberships.exclude(pk=stranger.pk).exists()
    answer = sam.post("/accounts/login/", {"login": "sam@elsewhere.example", "password": PASSWORD, "next": link})
    assert answer.headers["location"] == link
    sam.post(link)
    assert "Northwind Sales" in sam.get("/people/").content.decode()


def test_one_goes_over_between_organizations_and_sees_one_at_a_time(invite, as_, stranger):
    sam, link = as_(stranger), invite("sam@elsewhere.example")
    sam.post(link)
    assert "Northwind Sales" in plain(sam.get("/people/").content.decode())
    there = sam.get("/people/you/").content.decode()
    assert "Elsewhere" in there
    sam.post("/people/switch/", {"organization": stranger.organization_id})
    assert "Northwind Sales" not in plain(sam.get("/people/").content.decode())


def test_nobody_goes_over_to_where_they_do_not_belong(admin, as_, stranger):
    assert as_(stranger).post("/people/switch/", {"organization": admin.organization_id}).status_code == 404


def test_a_member_does_not_use_up_an_invitation_for_somebody_else(invite, member_of, as_, browser):
    link = invite()
    as_(member_of("Ravi Shah")).post(link)
    assert browser().post(link, NEW).headers["location"] == "/"


def test_a_member_is_not_invited_again(admin, member_of, as_):
    member_of("Ravi Shah")
    page = as_(admin).post("/people/invite/", {"email": "RAVI@northwind.example", "role": "rep"}).content.decode()
    assert "a member already" in page


@pytest.mark.parametrize("role", ["rep", "manager"])
def test_only_admins_invite(admin, member_of, as_, role):
    from callwright.web.accounts.models import Invitation

    one = as_(member_of("Ravi Shah", role))
    for method in (one.get, one.post):
        answer = method("/people/invite/", {"email": "x@x.example", "role": "admin"})
        assert answer.status_code == 403
        assert "looked after by admins" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_a_team_of_another_organization_is_not_taken(admin, as_, stranger):
    from callwright.web.accounts.models import Invitation, Team

    theirs = Team.objects.create(organization=stranger.organization, name="Theirs")
    as_(admin).post("/people/invite/", {"email": "x@x.example", "role": "rep", "teams": [theirs.pk]})
    assert not Invitation.objects.exists()


def test_guessing_is_slowed_down(browser, admin):
    guess = browser()
    answers = [guess.get(f"/people/join/{number}/").status_code for number in range(31)]
    assert (answers[29], answers[30]) == (410, 429)


def test_a_weak_password_is_said_and_the_link_still_works(invite, browser):
    link, dana = invite(), browser()
    assert "too common" in plain(dana.post(link, {**NEW, "password": "password1234"}).content.decode())
    assert dana.post(link, NEW).headers["location"] == "/"


def test_with_a_mail_server_the_link_is_mailed_too_and_joins(invite, mailbox, browser):
    shown = invite()
    [mail] = mailbox.mails
    assert (mail["to"], mail["subject"]) == ("dana@northwind.example", "Mara Lind invites you to Northwind Sales")
    mailed = link_in(mail.get_content())
    assert mailed.startswith(shown)
    dana = browser()
    assert dana.get(mailed).status_code == 200
    assert dana.post(mailed, NEW).headers["location"] == "/"


def test_a_mail_server_that_refuses_is_said_and_the_link_is_there(admin, as_, mailbox):
    mailbox.refusing = True
    page = as_(admin).post("/people/invite/", {"email": "dana@northwind.example", "role": "rep"}).content.decode()
    assert "did not take it" in page
    assert "/people/join/" in page


class TestWhereAnyStrangerMayFoundAnOrganization:
    """There an admin's word does not show whose an address is: only the mail does."""

    @pytest.fixture(autouse=True)
    def open_to_all(self, prepared):
        from django.test import override_settings

        with override_settings(SIGN_UP_OPEN=True):
            yield

    def test_by_the_link_that_the_admin_sees_the_address_is_still_to_be_shown(self, invite, mailbox, browser):
        shown, dana = invite(), browser()
        assert dana.post(shown, NEW).headers["location"] == "/accounts/confirm-email/"
        assert dana.get("/people/you/").status_code == 302
        [address] = member().person.emailaddress_set.all()
        assert not address.verified

    def test_by_the_link_in_the_mail_they_are_in(self, invite, mailbox, browser):
        invite()
        mailed, dana = link_in(mailbox.mails[0].get_content()), browser()
        form = re.search(r'name="mailed" value="(.*?)"', dana.get(mailed).content.decode())[1]
        assert dana.post(mailed.partition("?")[0], {**NEW, "mailed": form}).headers["location"] == "/"
        assert member().person.emailaddress_set.get().verified
