"""A mail handed to the mail server, and noted as sent in the same breath.

Neither mail servers nor databases know of each other: a worker that dies between the server's yes and its note leaves a
mail that went and is not known to have gone. It goes again, under the same Message-ID. What is done here keeps that
moment as short as one UPDATE: the way to the server is open before, and taking leave of it comes after.
"""

from __future__ import annotations

import time
from typing import Final

from django.core.mail import EmailMessage, get_connection
from django.db import DatabaseError, close_old_connections
from django.utils import timezone

from callwright.web.briefs.models import BriefMail, Reminder

PAUSES: Final = (0.2, 1, 5, 10)
"""Seconds between tries to note a mail that went, while the database is locked, full or away."""

SENT: Final = "sent"
SENT_BEFORE: Final = "sent before"


def post(made: EmailMessage, row: BriefMail | Reminder) -> str:
    """Sends a mail once and notes it in its row. Raises OSError and SMTPException where the server does not take it."""
    with get_connection() as server:
        if not type(row).objects.filter(pk=row.pk, sent_at=None).exists():
            return SENT_BEFORE  # by another worker, while this one was slow
        server.send_messages([made])
        _note(row)
    return SENT


def _note(row: BriefMail | Reminder) -> None:
    for pause in PAUSES:
        try:
            return _noted(row)
        except DatabaseError:
            close_old_connections()
            time.sleep(pause)
    return _noted(row)


def _noted(row: BriefMail | Reminder) -> None:
    type(row).objects.filter(pk=row.pk).update(sent_at=timezone.now())
