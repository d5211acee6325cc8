"""What an export holds: every table whose rows belong to an organization, found from the models themselves.

docs/reference/export.md describes the shape; a test holds it to what stands here. A table or column that is left out
later, or comes to mean something else, raises `VERSION`; new ones do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from django.apps import apps
from django.db import models

from callwright.web.accounts.models import Member, Owned
from callwright.web.customers.names import Derived

VERSION: Final = 1
"""Of the shape."""

ANY_FIELD = models.Field[Any, Any]


@dataclass(frozen=True)
class Column:
    """One column. name: its key in JSON; header: over it in CSV."""

    name: str
    header: str
    field: ANY_FIELD = field(repr=False)

    @property
    def refers_to(self) -> type[models.Model] | None:
        """The model of the row that it points at, if it does; those of other rows are given by their keys."""
        related = self.field.related_model if self.field.is_relation else None
        return related if isinstance(related, type) else None

    @property
    def several(self) -> bool:
        """Whether it holds a list of keys."""
        return bool(self.field.many_to_many)

    @cached_property
    def words(self) -> dict[Any, str]:
        """What stands in CSV for each value that it may have, where those are few; empty otherwise."""
        return {} if self.refers_to else {key: str(label) for key, label in self.field.flatchoices}


@dataclass(frozen=True)
class Table:
    """One table. name: its key in JSON, and its file in the archive of CSV files."""

    name: str
    model: type[Owned]
    columns: tuple[Column, ...]

    def rows_of(self, member: Member) -> Any:
        """The rows that the member may see, in the order of their making."""
        return self.model.objects.of(member).order_by("pk")


def tables() -> tuple[Table, ...]:
    """Every table, in the order in which the apps are set up: what others refer to comes first."""
    return tuple(_table(model) for model in apps.get_models() if issubclass(model, Owned) and model.EXPORTED)


def _table(model: type[Owned]) -> Table:
    name = str(model._meta.verbose_name_plural).replace(" ", "_")
    return Table(name, model, tuple(_columns(model)))


def _columns(model: type[Owned]) -> Iterator[Column]:
    """Keys first, then words and figures; what a computer reads (JSON) comes last."""
    kept = [*model._meta.concrete_fields, *model._meta.many_to_many]
    shown = [one for one in kept if one.name != "organization" and not isinstance(one, Derived)]
    for one in sorted(shown, key=lambda one: isinstance(one, models.JSONField)):
        yield Column(one.name, _header(one), one)


def _header(one: ANY_FIELD) -> str:
    said = str(one.verbose_name)
    return "ID" if one.primary_key else said[:1].upper() + said[1:]
