"""Signing in by address and password: who may sign up, what is said, and where messages go."""

from __future__ import annotations

from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from callwright.web.accounts.actions import unguessed
from callwright.web.accounts.models import Person
from callwright.web.people.actions.letters import write_letter

SAID: Final = {
    "account_inactive": "This account is not in use.",
    "duplicate_email": "That is your address already.",
    "email_password_mismatch": "That address and that password do not belong together.",
    "email_taken": "Somebody signs in with that address already.",
    "enter_current_password": "That is not the password as it is now.",
    "incorrect_code": "That is not the code. Take the one that shows now.",
    "incorrect_password": "That is not your password.",
    "invalid_login": "That address and that password do not belong together.",
    "same_as_current": "That is the one you have.",
    "too_many_login_attempts": "That was tried too often. Wait five minutes, or set a new password.",
    "rate_limited": "That was tried too often. Wait a few minutes.",
    "unverified_primary_email": "First open the link that went to that address.",
}

WITH_LINK: Final = ("activate_url", "password_reset_url")
"""What the context of a message holds that leads somewhere: without it, a message that cannot be mailed is let go."""


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types for it
    """Callwright's own answers to allauth."""

    error_messages: Final = {**DefaultAccountAdapter.error_messages, **SAID}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether whoever reaches the server may sign up with an address of their own choice."""
        return bool(settings.SIGN_UP_OPEN)

    def populate_username(self, request: HttpRequest, user: Person) -> None:
        """A user name that nobody types."""
        user.username = unguessed()

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Where one is after the password was changed."""
        return reverse("you")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """The ways to show once more that it is oneself, in our words."""
        return [{**way, "description": WAYS[way["id"]]} for way in super().get_reauthentication_methods(user)]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Has a message mailed, or kept for an admin to hand on where this server sends no mail."""
        if not settings.EMAIL_HOST and not any(name in context for name in WITH_LINK):
            return
        context = {"email": email, "current_site": _Here(self.request), **context}
        made = self.render_mail(template_prefix, email, context)
        write_letter(email=email, subject=made.subject, text=str(made.body), person=context.get("user"))


WAYS: Final = {
    "reauthenticate": "With your password",
    "mfa_reauthenticate": "With a code",
    "mfa_reauthenticate:webauthn": "With a passkey",
}


class _Here:
    """This server, as the templates of messages name it."""

    def __init__(self, request: HttpRequest) -> None:
        self.name, self.domain = "Callwright", request.get_host()
