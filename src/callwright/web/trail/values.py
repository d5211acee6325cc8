"""What stood in a row before, and what stands there after: as the trail keeps it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.db import models

from callwright.web.trail.tables import PEOPLE, Recorded

Fields = dict[str, Any]

EMPTY: tuple[Any, ...] = (None, "", {}, [])


def values(recorded: Recorded, row: models.Model) -> Fields:
    """`[None, value]` for each column that says something: not empty, and not what every new row has."""
    found = {}
    for name in recorded.fields:
        one = recorded.model._meta.get_field(name)
        held = _held(one, row)
        if held not in EMPTY and held is not False and held != _default(one):
            found[name] = [None, _kept(one, row, held)]
    return found


def differences(recorded: Recorded, before: models.Model, after: models.Model, names: set[str]) -> Fields:
    """`[before, after]` for each of the named columns that differs."""
    found = {}
    for name in recorded.fields:
        one = recorded.model._meta.get_field(name)
        if name not in names:
            continue
        old, new = _held(one, before), _held(one, after)
        if old != new:
            found[name] = [_kept(one, before, old), _kept(one, after, new)]
    return found


def joined(earlier: Fields, later: Fields, many: tuple[str, ...]) -> Fields:
    """Two changes of one row as one: what was before the first and is after the second. What came back is left out."""
    whole = dict(earlier)
    for name, (old, new) in later.items():
        first = whole.pop(name, None)
        pair = [old, new] if first is None else _net(first, [old, new]) if name in many else [first[0], new]
        if pair[0] != pair[1]:
            whole[name] = pair
    return whole


def reference(row: models.Model) -> Fields:
    """Another row as a change names it: a person by key alone."""
    if isinstance(row, PEOPLE):
        return {"key": row.pk}
    return {"key": row.pk, "name": str(getattr(row, "name", row))}


def _net(first: list[Any], second: list[Any]) -> list[Any]:
    """Rows that went and came, of two such changes: one that went and came back did neither."""
    gone, come = [{one["key"]: one for one in [*first[side], *second[side]]} for side in (0, 1)]
    return [[one for key, one in side.items() if key not in other] for side, other in ((gone, come), (come, gone))]


def _held(one: Any, row: models.Model) -> Any:
    return one.to_python(getattr(row, one.attname))


def _default(one: Any) -> Any:
    return one.get_default() if one.has_default() else None


def _kept(one: Any, row: models.Model, held: Any) -> Any:
    if held in EMPTY:
        return None
    if one.is_relation:
        return _reference(one, row, held)
    if isinstance(held, dt.datetime):
        return held.astimezone(dt.UTC).isoformat()
    if isinstance(held, dt.date):
        return held.isoformat()
    return str(held) if isinstance(held, Decimal) else held


def _reference(one: Any, row: models.Model, key: Any) -> Fields:
    if issubclass(one.related_model, PEOPLE):
        return {"key": key}
    try:
        return reference(getattr(row, one.name))
    except models.ObjectDoesNotExist:
        return {"key": key}
