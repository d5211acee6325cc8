"""What changes of briefs: the count of a calendar entry, and a member's wishes for mail."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import uuid
from dataclasses import replace
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from callwright.brief import Brief, calendar
from callwright.web.accounts.models import Member
from callwright.web.briefs.models import CalendarEntry, MailWish
from callwright.web.calls.models import Call

HOUSE: Final = uuid.UUID("0d6a8f2e-52cb-5b8a-8f0c-3a86a3d2c9e7")
"""Names of calendar entries live under this one: a call keeps its name however it moves."""


@transaction.atomic
def calendar_entry(*, call: Call, brief: Brief, now: dt.datetime) -> bytes:
    """The call's entry as .ics; its SEQUENCE rises when it is not what was handed out before.

    Raises BriefNeeds where the extra `brief` is not installed.
    """
    off = call.state == Call.State.CANCELLED
    content = _digest(brief, off)
    entry, made = CalendarEntry.objects.get_or_create(
        call=call, defaults={"organization_id": call.organization_id, "content": content}
    )
    if not made and entry.content != content:
        CalendarEntry.objects.filter(pk=entry.pk).update(sequence=F("sequence") + 1, content=content)
        entry.refresh_from_db()
    return calendar(replace(brief, uid=name_of(call)), now, sequence=entry.sequence, cancelled=off)


def name_of(call: Call) -> str:
    """The UID of a call's entry: the same for as long as the call is there, and no other server's."""
    return f"{uuid.uuid5(HOUSE, f'{call.pk} {call.created.isoformat()}')}@callwright"


def wish_for_mail(*, member: Member, **wish: Any) -> MailWish:
    """What the member wants mailed, when, and where."""
    kept: MailWish = MailWish.objects.update_or_create(
        member=member, defaults={"organization_id": member.organization_id, **wish}
    )[0]
    return kept


def _digest(brief: Brief, off: bool) -> str:
    text = json.dumps([brief.to_dict(), brief.facts, off], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
