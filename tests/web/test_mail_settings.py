"""A mail server is named in the environment, in one address or piece by piece; a slip is named at the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from callwright.web.mail import mail_settings


def known(**env):
    found = mail_settings(env)
    server = f"{found['EMAIL_HOST_USER']}:{found['EMAIL_HOST_PASSWORD']}@{found['EMAIL_HOST']}:{found['EMAIL_PORT']}"
    return server, found["EMAIL_USE_TLS"], found["EMAIL_USE_SSL"], found["DEFAULT_FROM_EMAIL"]


def test_without_a_word_nothing_is_mailed():
    assert mail_settings({})["EMAIL_HOST"] == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.com", (":@mail.example.com:25", False, False)),
        ("smtp://me%40x.com:w%3Ard@mail.example.com:587", ("me@x.com:w:rd@mail.example.com:587", True, False)),
        ("smtp://mail.example.com:2525/?tls=starttls", (":@mail.example.com:2525", True, False)),
        ("smtps://mail.example.com", (":@mail.example.com:465", False, True)),
    ],
)
def test_one_address_says_it_all(url, expected):
    assert known(EMAIL_URL=url)[:3] == expected


def test_piece_by_piece():
    env = {"EMAIL_HOST": "mail.example.com", "EMAIL_USE_TLS": "true", "EMAIL_HOST_USER": "me@x.com"}
    assert known(**env) == ("me@x.com:@mail.example.com:587", True, False, "me@x.com")
    assert known(**env, EMAIL_FROM="calls@x.com")[3] == "calls@x.com"


@pytest.mark.parametrize(
    "env", [{"EMAIL_URL": "mail.example.com"}, {"EMAIL_URL": "smtp://x:port"}, {"EMAIL_HOST": "x", "EMAIL_PORT": "y"}]
)
def test_a_slip_is_named(env):
    with pytest.raises(ImproperlyConfigured, match=r"EMAIL_"):
        mail_settings(env)
