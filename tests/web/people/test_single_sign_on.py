"""Single sign-on, with a real OpenID Connect provider on loopback: who comes in by it, and who does not."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.test import override_settings
from oidc_provider_mock import User, run_server_in_thread

from tests.web.pages import plain
from tests.web.people.conftest import PASSWORD, link_in

DANA = {"name": "Dana Reyes", "email": "dana@northwind.example", "email_verified": True}
MARA = {"name": "Mara at the provider", "email": "mara@northwind.example", "email_verified": True}
UNSURE = {**MARA, "email_verified": False}


@pytest.fixture(scope="module")
def provider():
    people = [
        User(sub="dana", claims=DANA), User(sub="mara", claims=MARA), User(sub="unsure", claims=UNSURE),
        User(sub="nameless", claims={}),
    ]  # fmt: skip
    with run_server_in_thread(user_claims=people) as server:
        yield f"http://localhost:{server.server_port}"


def providers(url):
    from callwright.web.signing_in import sign_in_settings

    known = {"CALLWRIGHT_OIDC_URL": url, "CALLWRIGHT_OIDC_ID": "callwright", "CALLWRIGHT_OIDC_SECRET": "between us",
             "CALLWRIGHT_OIDC_NAME": "Northwind"}  # fmt: skip
    return sign_in_settings(known)["SOCIALACCOUNT_PROVIDERS"]


@pytest.fixture(autouse=True)
def set_up(provider, prepared):
    with override_settings(SOCIALACCOUNT_PROVIDERS=providers(provider)):
        yield


def onward(client, **fields):
    """To where the button leads, at the provider."""
    page = client.post("/people/single-sign-on/", fields)
    assert page.status_code == 200
    return unescape(re.search(r'http-equiv="refresh" content="0;url=(.*?)"', page.content.decode())[1])


def come_by(client, sub, action="authorize", **fields):
    """Signs in at the provider, and comes back."""
    to = onward(client, **fields)
    said = requests.post(to, data={"sub": sub, "action": action}, allow_redirects=False, timeout=9)
    back = urlsplit(said.headers["location"])
    # Where it says no, this provider leaves out what it has to repeat (RFC 6749, 4.1.2.1).
    state = "" if "state=" in back.query else f"&state={parse_qs(urlsplit(to).query)['state'][0]}"
    return client.get(f"{back.path}?{back.query}{state}", follow=True)


def name_of(client):
    found = re.search(r'id="id_name" value="(.*?)"', client.get("/people/you/").content.decode())
    return found[1] if found else None


def test_the_button_says_what_the_environment_calls_it(client, admin):
    assert "With Northwind" in client.get("/accounts/login/").content.decode()


def test_it_leads_on_without_a_redirect_and_with_a_challenge(client, admin, provider):
    """Browsers hold the policy for forms against redirects; the challenge (PKCE) binds the answer to this browser."""
    to = onward(client)
    asked = parse_qs(urlsplit(to).query)
    assert to.startswith(provider)
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == ["http://127.0.0.1/accounts/oidc/oidc/login/callback/"]


def test_whoever_is_a_member_comes_in_by_the_verified_address(client, admin):
    come_by(client, "mara")
    assert name_of(client) == "Mara Lind"


def test_an_address_that_the_provider_is_not_sure_of_opens_nothing(client, admin):
    come_by(client, "unsure")
    assert name_of(client) is None


def test_somebody_unknown_needs_an_invitation(client, admin):
    from callwright.web.accounts.models import Person

    answer = come_by(client, "dana")
    assert "One comes in by invitation" in answer.content.decode()
    assert not Person.objects.filter(email="dana@northwind.example").exists()


def test_by_an_invitation_they_come_in_and_join_with_one_press(client, admin, as_):
    page = as_(admin).post("/people/invite/", {"email": "dana@northwind.example", "role": "rep"}).content.decode()
    link = link_in(re.search(r'id="link" value="(.*?)"', page)[1])
    assert "With Northwind" in client.get(link).content.decode()
    answer = come_by(client, "dana", next=link)
    assert "You are signed in as dana@northwind.example" in plain(answer.content.decode())
    client.post(link)
    assert name_of(client) == "Dana Reyes"


def test_signing_in_there_again_is_enough_from_then_on(admin, browser):
    come_by(browser(), "mara")
    again = browser()
    come_by(again, "mara")
    assert name_of(again) == "Mara Lind"


def test_a_provider_that_says_no_address_is_asked_for_one_where_sign_up_is_open(client, admin):
    with override_settings(SIGN_UP_OPEN=True):
        answer = come_by(client, "nameless")
        assert "did not say enough to go by" in answer.content.decode()
        client.post("/accounts/3rdparty/signup/", {"name": "Nia", "email": "nia@x.example"})
        client.post("/people/found/", {"organization": "Nia Sales"})
    assert name_of(client) == "Nia"


def test_whoever_thinks_better_of_it_is_told_so(client, admin):
    answer = come_by(client, "mara", action="deny")
    assert "You thought better of it" in answer.content.decode()


def test_an_answer_that_nobody_asked_for_signs_nobody_in(client, admin, browser):
    """Somebody else's answer, slipped to a browser that did not ask."""
    asked = browser()
    said = requests.post(onward(asked), data={"sub": "mara"}, allow_redirects=False, timeout=9)
    back = urlsplit(said.headers["location"])
    assert client.get(f"{back.path}?{back.query}").status_code == 401
    assert name_of(client) is None


def test_a_provider_that_does_not_answer_is_said(client, admin):
    with override_settings(SOCIALACCOUNT_PROVIDERS=providers("http://127.0.0.1:9")):
        answer = client.post("/people/single-sign-on/")
    assert answer.status_code == 502
    assert "That did not work out" in answer.content.decode()


def test_it_is_connected_and_parted_with_on_ones_own_page(admin, browser):
    mara = browser()
    mara.post("/accounts/login/", {"login": "mara@northwind.example", "password": PASSWORD})
    mara.post("/accounts/reauthenticate/", {"password": PASSWORD})
    come_by(mara, "dana", process="connect")
    page = mara.get("/accounts/3rdparty/").content.decode()
    account = re.search(r'name="account" value="(\d+)"', page)[1]
    mara.post("/accounts/3rdparty/", {"account": account})
    assert "You sign in with your password or a passkey alone." in mara.get("/accounts/3rdparty/").content.decode()


def test_half_a_provider_is_refused_at_the_start():
    from django.core.exceptions import ImproperlyConfigured

    from callwright.web.signing_in import sign_in_settings

    with pytest.raises(ImproperlyConfigured, match="CALLWRIGHT_OIDC_SECRET"):
        sign_in_settings({"CALLWRIGHT_OIDC_URL": "https://login.example.com", "CALLWRIGHT_OIDC_ID": "callwright"})
