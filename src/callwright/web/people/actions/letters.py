"""Messages to one person: mailed by a job, and kept for an admin to hand on until that has worked out."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from callwright.web.accounts.models import Letter, Person
from callwright.web.jobs.running import outside_transaction

KEPT: Final = dt.timedelta(days=3)
"""For how long the links of most messages work, and the message waits."""


@transaction.atomic
def write_letter(*, email: str, subject: str, text: str, person: object = None, kept: dt.timedelta = KEPT) -> Letter:
    """A message to that address, on its way where this server sends mail. person: whom it is about, if we know them."""
    known = person if isinstance(person, Person) else Person.objects.filter(emailaddress__email__iexact=email).first()
    letter = Letter.objects.create(
        person=known, email=email, subject=subject, text=text, expires_at=timezone.now() + kept
    )
    if settings.EMAIL_HOST:
        send_letter.enqueue(letter=letter.pk)
    return letter


@task
@outside_transaction
def send_letter(*, letter: int) -> str:
    """Mails a message to one person."""
    kept = Letter.objects.filter(pk=letter).first()
    if kept is None:
        return "no longer wanted"
    name = f"<letter-{kept.pk}-{kept.made_at:%Y%m%d%H%M%S%f}@callwright>"
    EmailMessage(kept.subject, kept.text, to=[kept.email], headers={"Message-ID": name}).send()
    kept.delete()
    return "sent"
