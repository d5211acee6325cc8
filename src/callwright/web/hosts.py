"""By which names the server is reached: loopback's own, or those of a TLS proxy or tunnel that ends on this machine."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from django.core.exceptions import ImproperlyConfigured

VARIABLE: Final = "CALLWRIGHT_HOSTS"
"""Names, separated by commas, under which a proxy on this machine is reached over https. Empty: loopback alone."""

PROXY: Final = "CALLWRIGHT_PROXY"
"""The address of the proxy, where it is not on this machine; "*" where nothing but proxies can reach the server."""

LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")

A_YEAR: Final = 365 * 24 * 3600

A_NAME: Final = re.compile(r"(?=.{1,253}\Z)[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?)*")

OVER_HTTP: Final = ["security.W004", "security.W008", "security.W012", "security.W016"]
"""Django's checks that ask for TLS. On loopback there is none, and every other address is refused (server.py)."""

OVER_TLS: Final = ["security.W005", "security.W021"]
"""Django's checks that ask for TLS on other hosts beneath this name as well: those are not ours to decide for."""


def names(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The names of a proxy, in small letters. Raises ImproperlyConfigured for what is no plain name."""
    said = [one.strip().lower() for one in environment.get(VARIABLE, "").split(",") if one.strip()]
    for one in said:
        if not A_NAME.fullmatch(one):
            raise ImproperlyConfigured(
                f"{VARIABLE} takes names as in calls.example.org, separated by commas; {one!r} is none"
            )
    return tuple(dict.fromkeys(said))


def served_under(environment: Mapping[str, str]) -> dict[str, Any]:
    """Django's settings for the names in the environment: plain http on loopback, or https alone under a proxy's names.

    Raises ImproperlyConfigured as `names`.
    """
    proxied = names(environment)
    if not proxied:
        return {"ALLOWED_HOSTS": list(LOOPBACK), "SILENCED_SYSTEM_CHECKS": OVER_HTTP}
    return {
        "ALLOWED_HOSTS": list(proxied),
        "CSRF_TRUSTED_ORIGINS": [f"https://{one}" for one in proxied],
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": A_YEAR,
        "SESSION_COOKIE_SECURE": True,
        "CSRF_COOKIE_SECURE": True,
        "SILENCED_SYSTEM_CHECKS": OVER_TLS,
    }


def trusted(environment: Mapping[str, str]) -> dict[str, Any]:
    """What waitress is told of proxies: with names, they say whether a request came over https, and from where.

    Only this machine reaches loopback, so there any peer is the proxy. Without names, nobody is believed.
    """
    if not names(environment):
        return {}
    proxy = environment.get(PROXY, "").strip() or "*"
    said = {"x-forwarded-proto", "x-forwarded-for"}
    return {"trusted_proxy": proxy, "trusted_proxy_count": 1, "trusted_proxy_headers": said}
