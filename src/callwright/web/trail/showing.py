"""What stood in a column, in words: times by the reader's clock, people by the names that they have now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from django.db import models
from django.utils import timezone
from django.utils.text import Truncator

from callwright.web.accounts.models import Member
from callwright.web.customers.models import Contact, Topic
from callwright.web.trail.tables import BY_LABEL
from callwright.web.trail.words import LABELS, listed

SHORT: Final = 80
"""Characters of a text that stand in a line; longer ones unfold."""

GONE: Final[dict[type[models.Model], str]] = {Member: "somebody", Contact: "somebody who was removed"}

Names = Mapping[type[models.Model], Mapping[int, str]]


def label(table: str, name: str) -> str:
    """A column in words."""
    own = {("customers.share", "member"): "with", ("plans.objective", "text"): "objective"}
    return own.get((table, name)) or LABELS.get(name) or name.replace("_", " ")


def value(table: str, name: str, held: Any, names: Names) -> str:
    """A value in words; nothing is an empty text."""
    field: Any = BY_LABEL[table].model._meta.get_field(name)
    if held is None or held == []:
        return ""
    if field.is_relation:
        return listed([person(field.related_model, one, names) for one in (held if field.many_to_many else [held])])
    if isinstance(held, bool):
        return "yes" if held else "no"
    if isinstance(held, dict):
        return " ".join(f"{dict(Topic.choices).get(topic, topic)}: {text}" for topic, text in held.items())
    return _plain(field, held)


def person(model: type[models.Model], one: dict[str, Any], names: Names) -> str:
    """A row that a change names: by its name then, or of a person by that of now."""
    return str(one.get("name") or names.get(model, {}).get(one["key"]) or GONE.get(model, "something that was removed"))


def short(text: str) -> str:
    """The beginning of a text."""
    return Truncator(text).chars(SHORT)


def when(moment: dt.datetime) -> str:
    """As in "Thu 5 March, 14:00"; with the year where it is not this one."""
    local = timezone.localtime(moment)
    return f"{local:%a} {day(local.date())}, {local:%H:%M}"


def day(date: dt.date) -> str:
    """As in "5 March"; with the year where it is not this one."""
    year = "" if date.year == timezone.localdate().year else f" {date.year}"
    return f"{date.day} {date:%B}{year}"


def _plain(field: Any, held: Any) -> str:
    if isinstance(field, models.DateTimeField):
        return when(dt.datetime.fromisoformat(held))
    if isinstance(field, models.DateField):
        return day(dt.date.fromisoformat(held))
    if field.flatchoices:
        return str(dict(field.flatchoices).get(held, held))
    if isinstance(field, models.CharField | models.TextField):
        return f"“{held}”"
    return str(held)
