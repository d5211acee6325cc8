"""A debrief that is begun: the plan is frozen, and what was typed so far is kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from django.db import transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.models import Debrief
from callwright.web.plans.actions import freeze

DRAFT: Final = 40_000
"""The most characters that a draft may hold."""


@transaction.atomic
def open_debrief(*, call: Call, by: Member, now: dt.datetime | None = None) -> Debrief:
    """The call's debrief, begun if nobody had. Freezes the plan: at the start, or now where that is earlier.

    Raises Refused for a call that was cancelled.
    """
    if call.state == Call.State.CANCELLED:
        raise Refused("This call was cancelled. If it took place after all, bring it back first.")
    now = now or timezone.now()
    if call.frozen_at is None:
        freeze(call=call, at=min(now, call.starts))
    debrief, _ = Debrief.objects.get_or_create(
        call=call, defaults={"organization": call.organization, "opened_at": now, "by": by}
    )
    return debrief


def keep_draft(*, debrief: Debrief, fields: Mapping[str, str], by: Member) -> Debrief:
    """Keeps what the fields hold, by their names, until the debrief is saved. Raises Refused for a book."""
    kept = {name: value for name, value in fields.items() if value}
    if sum(map(len, kept.values())) > DRAFT:
        raise Refused("That is more than a debrief holds; it stays in this browser.")
    # One that comes late, after the debrief was saved, finds nothing to change.
    if Debrief.objects.of(by).filter(pk=debrief.pk, saved_at=debrief.saved_at).update(draft=kept):
        debrief.draft = kept
    return debrief
