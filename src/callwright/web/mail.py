"""How mail leaves, from the environment: nothing is mailed until $EMAIL_URL or $EMAIL_HOST names a server.

EMAIL_URL=smtp://user:word@mail.example.com:587/?tls=starttls    smtps:// for TLS from the start
EMAIL_HOST, EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD, EMAIL_USE_TLS, EMAIL_USE_SSL    the same, one by one
EMAIL_FROM          the sender's address; by default the user name, where that is an address
CALLWRIGHT_URL      where people reach the server, for links: https://calls.example.com
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS: Final = {"smtp": 25, "smtps": 465}
STARTTLS_PORT: Final = 587
SECONDS: Final = 20
"""After which a mail server that says nothing is given up, to be tried again later."""

YES: Final = frozenset({"1", "true", "yes", "on"})


def mail_settings(env: Mapping[str, str]) -> dict[str, Any]:
    """Django's settings for mail. EMAIL_HOST is empty where none is set up. Raises ImproperlyConfigured."""
    known = _from_url(env["EMAIL_URL"]) if env.get("EMAIL_URL") else _one_by_one(env)
    user = known["EMAIL_HOST_USER"]
    sender = env.get("EMAIL_FROM") or env.get("DEFAULT_FROM_EMAIL") or (user if "@" in user else "callwright@localhost")
    return {**known, "EMAIL_TIMEOUT": SECONDS, "DEFAULT_FROM_EMAIL": sender}


def _from_url(text: str) -> dict[str, Any]:
    url = urlsplit(text)
    if url.scheme not in PORTS or not url.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL is not an address of a mail server; as in smtp://user:word@mail.example.com:587"
        )
    starttls = parse_qs(url.query).get("tls", [""])[0] == "starttls" or _port(url) == STARTTLS_PORT
    return _known(url.hostname, _port(url), unquote(url.username or ""), unquote(url.password or ""),
                  starttls=starttls and url.scheme == "smtp", tls=url.scheme == "smtps")  # fmt: skip


def _port(url: SplitResult) -> int:
    try:
        return url.port or PORTS[url.scheme]
    except ValueError as wrong:
        raise ImproperlyConfigured("the port in EMAIL_URL is no number; mail servers listen on 25, 465, 587") from wrong


def _one_by_one(env: Mapping[str, str]) -> dict[str, Any]:
    tls, starttls = (env.get(name, "").lower() in YES for name in ("EMAIL_USE_SSL", "EMAIL_USE_TLS"))
    usual = PORTS["smtps"] if tls else STARTTLS_PORT if starttls else PORTS["smtp"]
    port = env.get("EMAIL_PORT") or str(usual)
    if not port.isdigit():
        raise ImproperlyConfigured("EMAIL_PORT is no number; mail servers listen on 25, 465 or 587")
    user, word = env.get("EMAIL_HOST_USER", ""), env.get("EMAIL_HOST_PASSWORD", "")
    return _known(env.get("EMAIL_HOST", ""), int(port), user, word, starttls=starttls and not tls, tls=tls)


def _known(host: str, port: int, user: str, word: str, *, starttls: bool, tls: bool) -> dict[str, Any]:
    return {
        "EMAIL_HOST": host,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": word,
        "EMAIL_USE_TLS": starttls,
        "EMAIL_USE_SSL": tls,
    }
