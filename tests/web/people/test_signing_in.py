"""Signing in and out, a new password, another address: by the forms on the pages, with and without a mail server."""

import datetime as dt
import re

import pytest
from django.test import override_settings
from django.utils import timezone

from tests.web.pages import plain
from tests.web.people.conftest import PASSWORD, link_in

MARA = {"login": "mara@northwind.example", "password": PASSWORD}
OTHER = "quite another word on plums"
SAM = {"name": "Sam Osei", "email": "sam@osei.example", "password1": OTHER}


def signed_in(client):
    return client.get("/people/you/").status_code == 200


@pytest.fixture
def mara(admin, browser):
    """Her browser, signed in by the form, and shown once more that it is her."""
    found = browser()
    found.post("/accounts/login/", MARA)
    found.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return found


def test_signing_out_is_one_press(mara):
    assert mara.post("/accounts/logout/").status_code == 302
    assert not signed_in(mara)


def test_a_wrong_password_and_an_unknown_address_are_told_the_same(admin, browser):
    said = []
    for login in ("mara@northwind.example", "nobody@northwind.example"):
        page = browser().post("/accounts/login/", {"login": login, "password": "not the word"}).content.decode()
        said.append(plain(page).replace(login, ""))
    assert said[0] == said[1]
    assert "That address and that password do not belong together." in said[0]


def test_after_five_wrong_passwords_even_the_right_one_waits(admin, browser):
    guess = browser()
    for _ in range(5):
        guess.post("/accounts/login/", {**MARA, "password": "not the word"})
    page = guess.post("/accounts/login/", MARA).content.decode()
    assert "That was tried too often." in page
    assert not signed_in(guess)


def test_a_flood_of_other_tries_does_not_make_the_server_forget(admin, browser):
    """Counts have room: a thousand other addresses push out none of those that hold somebody back."""
    from django.core.cache import cache

    guess = browser()
    for _ in range(5):
        guess.post("/accounts/login/", {**MARA, "password": "not the word"})
    for number in range(1000):
        cache.set(f"somebody else {number}", [1.0], 300)
    assert "That was tried too often." in guess.post("/accounts/login/", MARA).content.decode()


def test_one_goes_on_to_where_one_wanted_to_go_and_nowhere_else(admin, browser):
    assert browser().post("/accounts/login/?next=/week/", MARA).headers["location"] == "/week/"
    away = browser().post("/accounts/login/?next=https://attacker.example/", MARA)
    assert away.headers["location"] == "/"


def test_the_session_is_a_new_one_once_one_is_in(admin, browser):
    client = browser()
    client.get("/accounts/login/")
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key
    client.cookies["callwright_session"] = before
    client.post("/accounts/login/", MARA)
    assert client.session.session_key != before


class TestANewPassword:
    """Forgotten, and set anew by a link."""

    def test_by_mail(self, admin, browser, mailbox):
        client = browser()
        client.post("/accounts/password/reset/", {"email": "mara@northwind.example"})
        mail = mailbox.work()
        assert (mail["to"], mail["subject"]) == ("mara@northwind.example", "A new password for Callwright")
        form = client.get(link_in(mail.get_content()), follow=True).request["PATH_INFO"]
        client.post(form, {"password1": OTHER, "password2": OTHER})
        client.post("/accounts/login/", {**MARA, "password": OTHER})
        assert signed_in(client)

    def test_the_link_is_nowhere_once_it_was_mailed(self, admin, browser, mailbox):
        from django_tasks_db.models import DBTaskResult

        from callwright.web.accounts.models import Letter

        browser().post("/accounts/password/reset/", {"email": "mara@northwind.example"})
        mailbox.work()
        assert not Letter.objects.exists()
        assert "password/reset" not in str(list(DBTaskResult.objects.values_list("args_kwargs", "return_value")))

    def test_for_an_unknown_address_the_same_is_said_and_nothing_is_sent(self, admin, browser, mailbox):
        from callwright.web.accounts.models import Letter

        said = {
            plain(browser().post("/accounts/password/reset/", {"email": one}, follow=True).content.decode())
            for one in ("mara@northwind.example", "nobody@northwind.example")
        }
        assert len(said) == 1
        assert Letter.objects.count() == 1

    def test_without_mail_the_link_waits_with_the_admin(self, admin, as_, member_of, browser):
        member_of("Ravi Shah")
        client = browser()
        page = client.post("/accounts/password/reset/", {"email": "ravi@northwind.example"}, follow=True)
        assert "the link waits with your admin" in page.content.decode()
        assert "1 message with a link could not be mailed" in plain(as_(admin).get("/people/").content.decode())
        link = link_in(as_(admin).get("/people/letters/").content.decode())
        form = client.get(link, follow=True).request["PATH_INFO"]
        client.post(form, {"password1": OTHER, "password2": OTHER})
        client.post("/accounts/login/", {"login": "ravi@northwind.example", "password": OTHER})
        assert signed_in(client)

    def test_a_link_works_once(self, admin, as_, member_of, browser):
        ravi = member_of("Ravi Shah")
        page = as_(admin).post(f"/people/{ravi.pk}/password/").content.decode()
        link, client = link_in(re.search(r'id="link" value="(.*?)"', page)[1]), browser()
        form = client.get(link, follow=True).request["PATH_INFO"]
        client.post(form, {"password1": OTHER, "password2": OTHER})
        assert "This link has been used" in browser().get(link).content.decode()

    def test_it_signs_out_everywhere_else(self, admin, as_, member_of, browser):
        ravi = member_of("Ravi Shah")
        theirs = as_(ravi)
        page = as_(admin).post(f"/people/{ravi.pk}/password/").content.decode()
        client = browser()
        form = client.get(link_in(re.search(r'id="link" value="(.*?)"', page)[1]), follow=True).request["PATH_INFO"]
        client.post(form, {"password1": OTHER, "password2": OTHER})
        assert not signed_in(theirs)

    def test_changed_by_oneself_the_old_one_is_asked_for(self, mara, browser):
        wrong = {"oldpassword": "not the word", "password1": OTHER, "password2": OTHER}
        assert (
            "That is not the password as it is now." in mara.post("/accounts/password/change/", wrong).content.decode()
        )
        mara.post("/accounts/password/change/", {**wrong, "oldpassword": PASSWORD})
        client = browser()
        client.post("/accounts/login/", {**MARA, "password": OTHER})
        assert signed_in(client)
        assert signed_in(mara)


class TestAnotherAddress:
    """It takes over once its link has been opened."""

    def test_by_mail(self, mara, browser, mailbox):
        mara.post("/accounts/email/", {"email": "mara.lind@northwind.example", "action_add": ""})
        mail = mailbox.work()
        assert mail["to"] == "mara.lind@northwind.example"
        assert "mara@northwind.example" in mara.get("/people/you/").content.decode()
        mara.post(link_in(mail.get_content()))
        client = browser()
        client.post("/accounts/login/", {**MARA, "login": "mara.lind@northwind.example"})
        assert signed_in(client)

    def test_without_mail_the_link_waits_with_the_admin(self, mara):
        mara.post("/accounts/email/", {"email": "mara.lind@northwind.example", "action_add": ""})
        assert "left with your admin" in mara.get("/accounts/email/").content.decode()
        mara.post(link_in(mara.get("/people/letters/").content.decode()))
        assert "mara.lind@northwind.example" in mara.get("/people/you/").content.decode()

    def test_it_is_asked_for_the_password_first(self, admin, as_):
        answer = as_(admin).post("/accounts/email/", {"email": "other@northwind.example", "action_add": ""})
        assert answer.headers["location"].startswith("/accounts/reauthenticate/")


class TestSessions:
    """Where one is signed in."""

    def test_they_are_listed_and_ended(self, mara, browser):
        other = browser()
        firefox = "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0"
        other.post("/accounts/login/", MARA, headers={"user-agent": firefox})
        assert "Firefox on Android" in mara.get("/accounts/sessions/").content.decode()
        mara.post("/accounts/sessions/")
        assert not signed_in(other)
        assert signed_in(mara)

    def test_one_that_is_over_leaves_nothing_behind(self, mara):
        from allauth.usersessions.models import UserSession
        from django.contrib.sessions.models import Session

        from callwright.web.people.actions.clearing import clear_away

        clear_away(timezone.now() + dt.timedelta(days=13))
        assert signed_in(mara)
        clear_away(timezone.now() + dt.timedelta(days=15))
        assert not Session.objects.exists()
        assert not UserSession.objects.exists()


class TestSigningUp:
    """By invitation alone, unless the environment opens it to all."""

    def test_closed_nobody_comes_in(self, admin, browser):
        from callwright.web.accounts.models import Person

        assert "One comes in by invitation" in browser().get("/accounts/signup/").content.decode()
        browser().post("/accounts/signup/", SAM)
        assert not Person.objects.filter(email="sam@osei.example").exists()
        assert "Sign up" not in browser().get("/accounts/login/").content.decode()

    def test_open_one_founds_an_organization_of_ones_own(self, admin, browser):
        sam = browser()
        with override_settings(SIGN_UP_OPEN=True):
            sam.post("/accounts/signup/", SAM)
            assert sam.get("/").headers["location"] == "/people/found/"
            sam.post("/people/found/", {"organization": "Osei Sales"})
        page = sam.get("/people/").content.decode()
        assert "Osei Sales" in page
        assert "Mara Lind" not in page

    def test_open_and_with_mail_the_address_has_to_be_shown_first(self, admin, browser, mailbox):
        sam = browser()
        with override_settings(SIGN_UP_OPEN=True):
            sam.post("/accounts/signup/", SAM)
            assert sam.get("/people/found/").status_code == 302
            sam.post(link_in(mailbox.work().get_content()))
            assert sam.get("/people/found/").status_code == 200

    def test_open_and_with_mail_nobody_learns_who_is_here(self, admin, browser, mailbox):
        with override_settings(SIGN_UP_OPEN=True):
            known, new = ({**SAM, "email": one} for one in ("mara@northwind.example", "new@x.example"))
            answers = [browser().post("/accounts/signup/", form).headers["location"] for form in (known, new)]
        assert answers == ["/accounts/confirm-email/"] * 2

    def test_whoever_belongs_nowhere_founds_nothing_on_a_closed_server(self, admin, as_, stranger):
        stranger.active = False
        stranger.save()
        assert as_(stranger).post("/people/found/", {"organization": "Mine"}).status_code == 404
