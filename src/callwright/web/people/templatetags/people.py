"""What pages of signing in say of this server, and how they name a browser."""

from __future__ import annotations

from typing import Final

from django import template
from django.conf import settings

from callwright.web.signing_in import SHORTEST_PASSWORD

register = template.Library()

BROWSERS: Final = (("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"),
                   ("CriOS", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))  # fmt: skip
"""What a browser says of itself, and its name; the first that fits."""

SYSTEMS: Final = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
                  ("Macintosh", "Mac"), ("Linux", "Linux"))  # fmt: skip


@register.simple_tag
def single_sign_on() -> str:
    """What the identity provider of this server is called; empty where there is none."""
    known = getattr(settings, "SOCIALACCOUNT_PROVIDERS", {}).get("openid_connect", {})
    apps = known.get("APPS", [])
    return str(apps[0]["name"]) if apps else ""


@register.simple_tag
def sign_up_open() -> bool:
    """Whether whoever comes may sign up."""
    return bool(settings.SIGN_UP_OPEN)


@register.simple_tag
def mailed() -> bool:
    """Whether this server sends mail."""
    return bool(settings.EMAIL_HOST)


@register.simple_tag
def password_hint() -> str:
    """What is asked of a password."""
    return f"At least {SHORTEST_PASSWORD} characters. A few words in a row do well."


@register.filter
def browser(said: str) -> str:
    """The browser and the device by what it says of itself, as in "Firefox on Android"."""
    name = next((name for mark, name in BROWSERS if mark in said), "A browser")
    system = next((system for mark, system in SYSTEMS if mark in said), "")
    return f"{name} on {system}" if system else name
