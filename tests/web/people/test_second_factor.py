"""A second factor: an app with codes, codes to put away, and secrets that the database does not show."""

import re
import time

import pytest
from django.test import override_settings

from tests.web.people.conftest import PASSWORD

MARA = {"login": "mara@northwind.example", "password": PASSWORD}


def code_of(secret):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def signed_in(client):
    return client.get("/people/you/").status_code == 200


@pytest.fixture
def mara(admin, browser):
    found = browser()
    found.post("/accounts/login/", MARA)
    found.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return found


@pytest.fixture
def secret(mara):
    """Of the app that Mara has set up. A code counts once: that one is forgotten here, as half a minute later."""
    from django.core.cache import cache

    page = mara.get("/accounts/2fa/totp/activate/").content.decode()
    secret = re.search(r'class="secret">(\w+)<', page)[1]
    assert mara.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)}).status_code == 302
    cache.clear()
    return secret


def test_the_picture_stands_in_the_page_itself(mara):
    page = mara.get("/accounts/2fa/totp/activate/").content.decode()
    assert '<svg role="img"' in page
    assert "data:" not in page


def test_a_wrong_code_sets_nothing_up(mara):
    answer = mara.post("/accounts/2fa/totp/activate/", {"code": "000000"})
    assert "That is not the code. Take the one that shows now." in answer.content.decode()


def test_from_then_on_the_password_alone_lets_nobody_in(secret, browser):
    client = browser()
    assert client.post("/accounts/login/", MARA).headers["location"].startswith("/accounts/2fa/authenticate/")
    assert not signed_in(client)
    client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
    assert signed_in(client)


def test_a_code_counts_once(secret, browser):
    code = code_of(secret)
    first, second = browser(), browser()
    for client in (first, second):
        client.post("/accounts/login/", MARA)
        client.post("/accounts/2fa/authenticate/", {"code": code})
    assert signed_in(first)
    assert not signed_in(second)


def test_guessing_codes_is_slowed_down(secret, browser):
    client = browser()
    client.post("/accounts/login/", MARA)
    for _ in range(5):
        client.post("/accounts/2fa/authenticate/", {"code": "000000"})
    page = client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)}).content.decode()
    assert "That was tried too often." in page
    assert not signed_in(client)


def test_a_code_put_away_lets_one_in_once(secret, mara, browser):
    page = mara.get("/accounts/2fa/recovery-codes/").content.decode()
    code = re.search(r"<li>(\d{8})</li>", page)[1]
    first, second = browser(), browser()
    for client in (first, second):
        client.post("/accounts/login/", MARA)
        client.post("/accounts/2fa/authenticate/", {"code": code})
    assert signed_in(first)
    assert not signed_in(second)


def test_they_are_taken_along_as_a_file(secret, mara):
    answer = mara.get("/accounts/2fa/recovery-codes/download/")
    assert len(re.findall(r"^\d{8}$", answer.content.decode(), re.MULTILINE)) == 10


def test_the_database_does_not_show_the_secret(secret, mara):
    from allauth.mfa.models import Authenticator

    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert kept.count("gAAAA") == 2, "the app's secret and the seed of the codes"


def test_under_another_secret_key_no_code_fits(secret, browser):
    with override_settings(SECRET_KEY="another key, as after a careless move of the data"):
        client = browser()
        client.post("/accounts/login/", MARA)
        client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
        assert not signed_in(client)


def test_a_key_that_was_before_still_opens(secret, browser):
    from django.conf import settings

    with override_settings(SECRET_KEY="the new key", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        client = browser()
        client.post("/accounts/login/", MARA)
        client.post("/accounts/2fa/authenticate/", {"code": code_of(secret)})
        assert signed_in(client)


def test_setting_it_up_asks_for_the_password_first(admin, as_):
    answer = as_(admin).get("/accounts/2fa/totp/activate/")
    assert answer.headers["location"].startswith("/accounts/reauthenticate/")


def test_an_admin_takes_it_away_from_somebody_who_lost_the_phone(admin, as_, member_of, browser):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    ravi = member_of("Ravi Shah")
    TOTP.activate(ravi.person, generate_totp_secret())
    client, form = browser(), {"login": "ravi@northwind.example", "password": PASSWORD}
    client.post("/accounts/login/", form)
    assert not signed_in(client)
    as_(admin).post(f"/people/{ravi.pk}/second-factor/")
    client.post("/accounts/logout/")
    client.post("/accounts/login/", form)
    assert signed_in(client)


def test_nobody_else_does(as_, member_of):
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    ravi = member_of("Ravi Shah")
    TOTP.activate(ravi.person, generate_totp_secret())
    assert as_(member_of("Dana Reyes", "manager")).post(f"/people/{ravi.pk}/second-factor/").status_code == 403
    assert Authenticator.objects.exists()
