"""Single sign-on: who may come in by it, and by what name they are known."""

from __future__ import annotations

from typing import Any

from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest

from callwright.web.accounts.models import Person
from callwright.web.people.queries.invitations import invited


class SingleSignOn(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types for it
    """Callwright's own answers to allauth about the identity provider."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Whether somebody whom we do not know yet may come in: by invitation, or where sign-up is open to all."""
        return bool(settings.SIGN_UP_OPEN) or invited(request)

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Person:
        """The person as the provider names them."""
        person: Person = super().populate_user(request, sociallogin, data)
        said = [data.get(name) or "" for name in ("first_name", "last_name")]
        person.first_name, person.last_name = (data.get("name") or " ".join(said).strip())[:150], ""
        return person

    def get_signup_form_initial_data(self, sociallogin: Any) -> dict[str, Any]:
        """What the form is filled with that asks for what the provider did not say."""
        known: dict[str, Any] = super().get_signup_form_initial_data(sociallogin)
        return {**known, "name": known["first_name"]}
