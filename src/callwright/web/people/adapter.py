"""What allauth asks of us: who may sign up, and what becomes of a message where there is no mail server."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from callwright.web.accounts.models import Letter, Person

KEPT: Final = dt.timedelta(days=3)
"""For how long a message waits to be handed on."""


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types for it
    """Callwright's own answers to allauth."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Whether whoever reaches the server may sign up: by invitation, or where the environment opens it to all."""
        return bool(settings.SIGN_UP_OPEN or request.session.get("invitation"))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Mails a message, or keeps it for an admin to hand on where there is no mail server."""
        if settings.EMAIL_HOST:
            super().send_mail(template_prefix, email, context)
            return
        person = context.get("user") or Person.objects.filter(email__iexact=email).first()
        Letter.objects.create(
            person=person if isinstance(person, Person) else None,
            email=email,
            subject=" ".join(render_to_string(f"{template_prefix}_subject.txt", context).split()),
            text=render_to_string(f"{template_prefix}_message.txt", context).strip(),
            expires_at=timezone.now() + KEPT,
        )
