"""Links that an admin hands on: of people of this organization alone, and only where an admin's word is enough."""

import datetime as dt

from django.test import override_settings
from django.utils import timezone

from tests.web.pages import plain


def ask(browser, address):
    browser().post("/accounts/password/reset/", {"email": address})


def waiting(client):
    return plain(client.get("/people/letters/").content.decode())


def test_only_admins_see_them(as_, member_of, browser):
    member_of("Ravi Shah")
    ask(browser, "ravi@northwind.example")
    for role in ("rep", "manager"):
        assert as_(member_of(f"{role} one", role)).get("/people/letters/").status_code == 403


def test_of_somebody_who_belongs_elsewhere_too_no_admin_sees_the_link(admin, as_, member_of, browser, stranger):
    from callwright.web.accounts.models import Member

    ravi = member_of("Ravi Shah")
    ask(browser, "ravi@northwind.example")
    assert "Ravi Shah" in waiting(as_(admin))
    Member.objects.create(organization=stranger.organization, person=ravi.person)
    assert "Ravi Shah" not in waiting(as_(admin))
    answer = as_(admin).post(f"/people/{ravi.pk}/password/", follow=True)
    assert "belongs elsewhere too" in answer.content.decode()


def test_where_strangers_may_found_organizations_no_admin_sees_any(admin, as_, member_of, browser):
    ravi = member_of("Ravi Shah")
    ask(browser, "ravi@northwind.example")
    with override_settings(SIGN_UP_OPEN=True):
        assert "Ravi Shah" not in waiting(as_(admin))
        assert "/password/reset/key/" not in as_(admin).post(f"/people/{ravi.pk}/password/").content.decode()


def test_once_handed_on_it_is_gone(admin, as_, member_of, browser):
    from callwright.web.accounts.models import Letter

    member_of("Ravi Shah")
    ask(browser, "ravi@northwind.example")
    as_(admin).post(f"/people/letters/{Letter.objects.get().pk}/handed-on/")
    assert "Nothing waits." in waiting(as_(admin))


def test_after_three_days_it_is_cleared_away(admin, as_, member_of, browser):
    from callwright.web.accounts.models import Letter
    from callwright.web.people.actions.clearing import clear_away

    member_of("Ravi Shah")
    ask(browser, "ravi@northwind.example")
    assert clear_away(timezone.now() + dt.timedelta(days=2, hours=23)) == 0
    clear_away(timezone.now() + dt.timedelta(days=3))
    assert not Letter.objects.exists()


def test_a_mail_that_could_not_be_sent_waits_here(admin, as_, member_of, browser, mailbox):
    from tests.web.jobs.looking import jobs_done

    member_of("Ravi Shah")
    mailbox.refusing = True
    ask(browser, "ravi@northwind.example")
    jobs_done()
    assert mailbox.mails == []
    assert "/password/reset/key/" in waiting(as_(admin))


def test_a_notice_without_a_link_that_cannot_be_mailed_is_let_go(admin, as_, browser):
    from callwright.web.accounts.models import Letter
    from tests.web.people.conftest import PASSWORD

    mara = browser()
    mara.post("/accounts/login/", {"login": "mara@northwind.example", "password": PASSWORD})
    other = "quite another word on plums"
    mara.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": other, "password2": other})
    assert not Letter.objects.exists()


def test_with_mail_one_hears_of_a_changed_password(admin, browser, mailbox):
    from tests.web.people.conftest import PASSWORD

    mara = browser()
    mara.post("/accounts/login/", {"login": "mara@northwind.example", "password": PASSWORD})
    other = "quite another word on plums"
    mara.post("/accounts/password/change/", {"oldpassword": PASSWORD, "password1": other, "password2": other})
    mail = mailbox.work()
    assert mail["subject"] == "Your password was changed"
    assert "If that was not you, set a new password now" in mail.get_content()
