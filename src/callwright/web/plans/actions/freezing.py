"""Freezing: what its outcome is held against is the objective as it stood when the call began."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from callwright.web.calls.models import Call
from callwright.web.plans.models import Frozen, Objective
from callwright.web.plans.words import PARTS

AT_ONCE: Final = 200
"""How many calls are frozen in one go."""


@transaction.atomic
def freeze(*, call: Call, at: dt.datetime | None = None) -> Call:
    """Freezes the call's objectives as they are. at: when; by default now. A second time changes nothing."""
    if call.frozen_at is None:
        # Held, so that no words are being kept meanwhile that would be neither frozen nor an amendment.
        kept = Call.objects.select_for_update().filter(pk=call.pk).first()
        call.frozen_at = kept.frozen_at if kept else None
        if kept and kept.frozen_at is None:
            call.frozen_at = at or timezone.now()
            _keep(call.objectives.filter(frozen=None), {call.pk: call.frozen_at})
            Call.objects.filter(pk=call.pk).update(frozen_at=call.frozen_at)
    return call


def freeze_if_due(*, call: Call, now: dt.datetime | None = None) -> Call:
    """Freezes a call that has begun, as of its scheduled start; done wherever a plan is opened or changed."""
    begun = call.state == Call.State.PLANNED and call.starts <= (now or timezone.now())
    return freeze(call=call, at=call.starts) if begun and call.frozen_at is None else call


def freeze_due(now: dt.datetime | None = None) -> int:
    """Freezes every call that has begun, each as of its scheduled start. Returns how many there were.

    Any number of workers may do so at once, and as often as they like.
    """
    now, done = now or timezone.now(), 0
    while some := _freeze_some(now):
        done += some
    return done


@transaction.atomic
def _freeze_some(now: dt.datetime) -> int:
    """The next few that are due; 0 once there is none that another worker does not have in hand."""
    due = Call.objects.filter(frozen_at=None, state=Call.State.PLANNED, starts__lte=now).order_by("starts")
    if connection.features.has_select_for_update_skip_locked:
        due = due.select_for_update(skip_locked=True)
    at = dict(due.values_list("pk", "starts")[:AT_ONCE])
    _keep(Objective.objects.filter(call__in=at, frozen=None), at)
    Call.objects.filter(pk__in=at).update(frozen_at=F("starts"))
    return len(at)


def _keep(objectives: Iterable[Objective], at: dict[Any, dt.datetime]) -> None:
    Frozen.objects.bulk_create([_as_it_stands(one, at[one.call_id]) for one in objectives], ignore_conflicts=True)


def _as_it_stands(objective: Objective, at: dt.datetime) -> Frozen:
    kept = {name: getattr(objective, name) for name in (*PARTS, "assessment", "smart", "letters")}
    return Frozen(organization_id=objective.organization_id, objective=objective, at=at, **kept)
