"""Rows that are tied to others, as contacts to a call: who went and who came."""

from __future__ import annotations

from typing import Any, Final

from django.db import models

from callwright.web.trail.acting import recording
from callwright.web.trail.models import Action
from callwright.web.trail.tables import BY_MODEL, Recorded
from callwright.web.trail.values import reference
from callwright.web.trail.writing import write

WENT: Final = frozenset({"post_remove", "pre_clear"})
CAME: Final = frozenset({"post_add"})


def tied(
    sender: type[models.Model], instance: models.Model, action: str, reverse: bool, model: Any, pk_set: Any, **_: Any
) -> None:
    """Records which rows went or came, seen from the row that holds them, whichever side it was done from."""
    if action not in WENT | CAME or not recording():
        return
    recorded, name = _column(sender)
    keys = pk_set if pk_set is not None else _all_of(sender, recorded, name, instance, reverse)
    others = list(model._base_manager.filter(pk__in=keys))
    for row in others if reverse else [instance]:
        came = [reference(one) for one in ([instance] if reverse else others)]
        if came:
            write(recorded, row, Action.CHANGED, {name: [came, []] if action in WENT else [[], came]})


def _column(through: type[models.Model]) -> tuple[Recorded, str]:
    """The table and the column to which a table between two others belongs."""
    pairs = ((one, name) for one in BY_MODEL.values() for name in one.many)
    return next((one, name) for one, name in pairs if _field(one, name).remote_field.through is through)


def _all_of(through: type[models.Model], recorded: Recorded, name: str, row: models.Model, reverse: bool) -> list[int]:
    """The keys of all that a row is tied to, before it is untied from all of them."""
    field = _field(recorded, name)
    here, there = field.m2m_column_name(), field.m2m_reverse_name()
    if reverse:
        here, there = there, here
    return list(through._base_manager.filter(**{here: row.pk}).values_list(there, flat=True))


def _field(recorded: Recorded, name: str) -> Any:
    return recorded.model._meta.get_field(name)
