"""An export as one JSON file: every table, one row a line, values as they are stored."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Final

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from callwright.version import __version__
from callwright.web.accounts.models import Member
from callwright.web.keeping.snapshot import one_moment
from callwright.web.keeping.tables import VERSION, Column, Table, tables

CHUNK: Final = 1000
"""Rows that are in memory at a time."""


def as_json(member: Member) -> Iterator[str]:
    """The text of the file, piece by piece: all that belongs to the member's organization."""
    with one_moment():
        yield f"{_head(member)},\n"
        yield f'"members": {_json(list(_members(member)))},\n"tables": {{'
        for number, table in enumerate(tables()):
            yield f"{',' if number else ''}\n{_json(table.name)}: ["
            yield from _rows(table, member)
            yield "]"
        yield "\n}}\n"


def keys_beside(column: Column, member: Member) -> dict[int, list[int]]:
    """For each row that has any, the keys in a column that holds several."""
    through: Any = column.field.remote_field.through  # type: ignore[union-attr]
    row, other = column.field.m2m_column_name(), column.field.m2m_reverse_name()  # type: ignore[attr-defined]
    found: dict[int, list[int]] = defaultdict(list)
    belongs = {f"{column.field.m2m_field_name()}__organization_id": member.organization_id}  # type: ignore[attr-defined]
    for key, value in through.objects.filter(**belongs).order_by(row, other).values_list(row, other):
        found[key].append(value)
    return found


def _head(member: Member) -> str:
    named = {
        "format": "callwright export", "version": VERSION, "callwright": __version__, "made": timezone.now(),
        "organization": member.organization.name,
    }  # fmt: skip
    return _json(named).removesuffix("}")


def _members(member: Member) -> Iterator[dict[str, Any]]:
    for one in member.organization.members.select_related("person").order_by("pk"):
        yield {"id": one.pk, "name": str(one), "email": one.person.email, "role": one.role, "active": one.active}


def _rows(table: Table, member: Member) -> Iterator[str]:
    single = [one for one in table.columns if not one.several]
    several = {one.name: keys_beside(one, member) for one in table.columns if one.several}
    values = table.rows_of(member).values(*(one.field.attname for one in single))
    for number, row in enumerate(values.iterator(chunk_size=CHUNK)):
        written = {one.name: row[one.field.attname] for one in single}
        written |= {name: keys.get(row["id"], []) for name, keys in several.items()}
        yield f"{',' if number else ''}\n{_json(written)}"


def _json(value: object) -> str:
    return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
