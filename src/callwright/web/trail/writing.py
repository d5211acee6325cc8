"""Changes are written: each in the transaction of what it tells of."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.db import models
from django.utils import timezone

from callwright.web.trail.acting import acting_in, recording
from callwright.web.trail.models import Action, Change
from callwright.web.trail.tables import Recorded, key_at
from callwright.web.trail.values import Fields, joined

ONE_PRESS: Final = dt.timedelta(seconds=5)
"""What one member changes of one row within this time came of one press of a button, or of a slip put right."""

ONE_SITTING: Final = dt.timedelta(minutes=10)
"""Words that are kept while somebody types are one change for as long as the pauses are shorter."""

AT_ONCE: Final = 500


def write(recorded: Recorded, row: models.Model, action: Action, fields: Fields) -> None:
    """Records a change. One that goes on with the latest change of the row becomes part of it."""
    if not recording():
        return
    change = as_change(recorded, row, action, fields)
    last = _latest(change) if action is Action.CHANGED else None
    if last is None or not _goes_on(recorded, last, change):
        change.save(force_insert=True)
        return
    _extend(recorded, last, change)


def write_all(changes: list[Change]) -> None:
    """Records many at once."""
    Change.objects.bulk_create(changes, AT_ONCE)


def as_change(recorded: Recorded, row: models.Model, action: Action, fields: Fields) -> Change:
    """The change, not yet kept."""
    organization = key_at("organization_id", row) or row.pk
    return Change(
        organization_id=organization,
        by_id=acting_in(organization),
        action=action,
        table=recorded.label,
        key=row.pk,
        called=key_at(recorded.name, row) or "",
        customer_id=key_at(recorded.customer, row),
        call_id=key_at(recorded.call, row),
        member_id=key_at(recorded.member, row),
        fields=fields,
    )


def _latest(change: Change) -> Change | None:
    found: Change | None = Change.objects.filter(table=change.table, key=change.key).order_by("-id").first()
    return found


def _goes_on(recorded: Recorded, last: Change, change: Change) -> bool:
    if last.action == Action.REMOVED or last.by_id != change.by_id:
        return False
    typed = change.fields.keys() <= recorded.typed and (
        last.action == Action.ADDED or last.fields.keys() <= recorded.typed
    )
    return timezone.now() - last.at <= (ONE_SITTING if typed and recorded.typed else ONE_PRESS)


def _extend(recorded: Recorded, last: Change, change: Change) -> None:
    fields = joined(last.fields, change.fields, recorded.many)
    same = Change.objects.filter(pk=last.pk)
    if not fields and last.action == Action.CHANGED:
        same.delete()
        return
    new: dict[str, Any] = {"fields": fields, "at": change.at, "called": change.called, "member_id": change.member_id}
    same.update(**new)
