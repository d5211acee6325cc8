"""Every row of one database written into another, and then compared: what a move is made of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from django.apps import apps
from django.core.management.color import no_style
from django.db import DatabaseError, connections, models
from django.db.models.sql import InsertQuery

from callwright.web.keeping.errors import KeepingRefused

AT_ONCE: Final = 500
"""Rows written by one statement."""

MADE_ANEW: Final = frozenset({"contenttypes", "auth"})
"""Apps whose tables Django fills for each database by itself, with keys of its own."""

Model = type[models.Model]


def all_tables() -> list[Model]:
    """Every table that holds rows of ours, those between two others included, in the order of the apps."""
    kept = (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)
    return [model for model in kept if model._meta.app_label not in MADE_ANEW and not model._meta.proxy]


def copy_table(model: Model, source: str, target: str) -> int:
    """Writes the rows of a table as they are, keys included. How many. Raises KeepingRefused, naming the row."""
    fields = list(model._meta.local_concrete_fields)
    written = 0
    for rows in _batches(_rows(model, source).iterator(chunk_size=AT_ONCE)):
        try:
            _insert(model, fields, rows, target)
        except (DatabaseError, ValueError) as wrong:
            raise KeepingRefused(_which(model, rows[0].pk, rows[-1].pk, wrong)) from wrong
        written += len(rows)
    return written


def set_keys(target: str) -> None:
    """New rows get keys after those that were copied."""
    connection = connections[target]
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), all_tables()):
            cursor.execute(statement)


def digest(model: Model, where: str) -> str:
    """A digest of all values of a table, the same for the same rows in every kind of database."""
    names = [field.attname for field in model._meta.local_concrete_fields]
    sums = hashlib.sha256()
    for row in _rows(model, where).values_list(*names).iterator(chunk_size=AT_ONCE):
        sums.update(json.dumps(row, default=str, sort_keys=True).encode())
    return sums.hexdigest()


def _rows(model: Model, where: str) -> models.QuerySet[Any]:
    return model._base_manager.using(where).order_by("pk")


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    going = iter(rows)
    while some := list(islice(going, AT_ONCE)):
        yield some


def _insert(model: Model, fields: list[Any], rows: list[models.Model], target: str) -> None:
    """Inserts rows as they stand: `bulk_create` would set the times of making and changing anew."""
    query = InsertQuery(model)
    query.insert_values(fields, rows, raw=True)
    query.get_compiler(using=target).execute_sql()


def _which(model: Model, first: object, last: object, wrong: Exception) -> str:
    said = " ".join(str(wrong).split())
    return (
        f"{model._meta.verbose_name_plural} {first} to {last} (table {model._meta.db_table}) cannot be written, and "
        f"nothing was moved: {said}"
    )
