"""What nobody needs any more is cleared away: sessions that are over, messages and invitations that are too old."""

from __future__ import annotations

import datetime as dt
from typing import Final

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from callwright.web.accounts.models import Invitation, Letter

INVITATIONS_KEPT: Final = dt.timedelta(days=30)
"""For how long it can be seen in the database who was invited by whom, once the link works no more."""


def clear_away(now: dt.datetime) -> int:
    """Deletes all of that; how many rows it was."""
    there = Session.objects.values("session_key")
    gone = [
        Session.objects.filter(expire_date__lt=now),
        UserSession.objects.exclude(session_key__in=there),
        Letter.objects.filter(expires_at__lte=now),
        Invitation.objects.filter(expires_at__lt=now - INVITATIONS_KEPT),
    ]
    return sum(rows.delete()[0] for rows in gone)
