"""Every page of signing in is one of ours: it fits the content policy, and says what it wants in our own words."""

import re

import pytest

from tests.web.people.conftest import PASSWORD

OPEN = [
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/inactive/",
    "/accounts/password/reset/",
    "/accounts/password/reset/done/",
    "/accounts/password/reset/key/1-abc/",
    "/accounts/password/reset/key/done/",
    "/accounts/confirm-email/",
    "/accounts/confirm-email/nonsense/",
    "/accounts/3rdparty/login/cancelled/",
    "/accounts/3rdparty/login/error/",
]
OWN = [
    "/people/you/",
    "/accounts/logout/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/reauthenticate/",
    "/accounts/2fa/",
    "/accounts/2fa/totp/activate/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/3rdparty/",
    "/accounts/sessions/",
]
STIFF = ("Successfully", "Please", "invalid", "third-party", "Third-Party", "Security key", "Authenticator app")


def ours(page):
    assert 'class="mark"' in page
    assert not re.search(r"<style|\sstyle=|\son\w+=", page)
    assert not re.search(r"<script(?![^>]*(\bsrc=|application/json))", page)
    assert [word for word in STIFF if word in page] == []


@pytest.fixture
def signed_in(admin, browser):
    """A browser in which Mara signed in with her password a moment ago, and showed once more that it is her."""
    found = browser()
    found.post("/accounts/login/", {"login": "mara@northwind.example", "password": PASSWORD})
    found.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return found


@pytest.mark.parametrize("path", OPEN)
def test_whoever_is_outside_sees_a_page_of_ours(client, admin, path):
    answer = client.get(path)
    assert answer.status_code in {200, 401}
    page = answer.content.decode()
    ours(page)
    assert "Customers" not in page


@pytest.mark.parametrize("path", OWN)
def test_whoever_is_signed_in_sees_a_page_of_ours(signed_in, path):
    answer = signed_in.get(path)
    assert answer.status_code == 200, answer.headers
    ours(answer.content.decode())


@pytest.mark.parametrize("path", OWN)
def test_what_is_ones_own_is_asked_for_by_nobody_else(client, admin, path):
    answer = client.get(path)
    assert answer.status_code == 302
    assert answer.headers["location"].partition("?")[0] in {"/accounts/login/", "/"}
