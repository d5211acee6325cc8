"""The trail hears of every row that is saved, deleted, changed in bulk, or tied to others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import partial
from typing import Any

from django.db import models
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from callwright.web.accounts.owned import OwnedQuerySet, rows_changing, rows_made
from callwright.web.trail.acting import recording
from callwright.web.trail.models import Action
from callwright.web.trail.tables import BY_MODEL, TABLES, Recorded
from callwright.web.trail.ties import tied
from callwright.web.trail.values import differences, values
from callwright.web.trail.writing import as_change, write, write_all

BEFORE = "_before_it_changed"
WENT = "_went_along"


def listen() -> None:
    """From now on changes are recorded."""
    for one in TABLES:
        pre_save.connect(_before, sender=one.model, dispatch_uid="trail")
        post_save.connect(_saved, sender=one.model, dispatch_uid="trail")
        post_delete.connect(_deleted, sender=one.model, dispatch_uid="trail")
        for name in one.many:
            way = one.model._meta.get_field(name).remote_field.through  # type: ignore[union-attr]
            m2m_changed.connect(tied, sender=way, dispatch_uid="trail")
    rows_changing.connect(_changing, dispatch_uid="trail")
    rows_made.connect(_made, dispatch_uid="trail")


def _wanted(recorded: Recorded, names: Collection[str] | None) -> set[str]:
    """Which of the recorded columns are among those that are written (None: all are)."""
    columns = {recorded.model._meta.get_field(name) for name in recorded.fields}
    return {one.name for one in columns if names is None or one.name in names or one.attname in names}  # type: ignore[union-attr]


def _before(sender: type[models.Model], instance: Any, raw: bool, update_fields: Any, **_: Any) -> None:
    """Reads how the row stands, where anything that is recorded may change."""
    recorded = BY_MODEL[sender]
    instance.__dict__.pop(BEFORE, None)
    if raw or instance._state.adding or not recording():
        return
    names = _wanted(recorded, update_fields) | ({recorded.there} if recorded.there else set())
    if names:
        setattr(instance, BEFORE, sender._base_manager.only(*names).filter(pk=instance.pk).first())


def _saved(sender: type[models.Model], instance: Any, created: bool, raw: bool, update_fields: Any, **_: Any) -> None:
    recorded, before = BY_MODEL[sender], instance.__dict__.pop(BEFORE, None)
    if raw or not recording() or not recorded.is_there(instance):
        return
    if created or (before is not None and not recorded.is_there(before)):
        write(recorded, instance, Action.ADDED, values(recorded, instance))
    elif before is not None:
        fields = differences(recorded, before, instance, _wanted(recorded, update_fields))
        if fields:
            write(recorded, instance, Action.CHANGED, fields)


def _deleted(sender: type[models.Model], instance: Any, origin: Any = None, **_: Any) -> None:
    """A row that was removed. What went along with it is counted there: it has no line of its own."""
    recorded = BY_MODEL[sender]
    if not recording() or not recorded.is_there(instance):
        return
    if isinstance(origin, models.Model) and origin is not instance:
        origin.__dict__.setdefault(WENT, Counter())[recorded.label] += 1
        return
    if not isinstance(origin, models.Model | None) and origin.model is not sender:
        return
    fields = {name: [new, None] for name, (_, new) in values(recorded, instance).items()}
    went = instance.__dict__.pop(WENT, None)
    write(recorded, instance, Action.REMOVED, fields | ({"went": dict(went)} if went else {}))


def _changing(sender: type[models.Model], rows: OwnedQuerySet, names: set[str], **_: Any) -> Callable[[], None] | None:
    """What is to be done once these rows have changed: nothing where nothing that is recorded does."""
    recorded = BY_MODEL.get(sender)
    wanted = _wanted(recorded, names) if recorded else set()
    if recorded is None or not wanted or not recording():
        return None
    before = {row.pk: row for row in sender._base_manager.filter(pk__in=list(rows.values_list("pk", flat=True)))}
    return partial(_changed, recorded, before, wanted)


def _changed(recorded: Recorded, before: dict[Any, models.Model], names: set[str]) -> None:
    after = recorded.model._base_manager.filter(pk__in=list(before))
    pairs = ((row, differences(recorded, before[row.pk], row, names)) for row in after if recorded.is_there(row))
    write_all([as_change(recorded, row, Action.CHANGED, fields) for row, fields in pairs if fields])


def _made(sender: type[models.Model], rows: Iterable[models.Model], **_: Any) -> None:
    recorded = BY_MODEL.get(sender)
    if recorded is None or not recording():
        return
    there = (row for row in rows if row.pk is not None and recorded.is_there(row))
    write_all([as_change(recorded, row, Action.ADDED, values(recorded, row)) for row in there])
