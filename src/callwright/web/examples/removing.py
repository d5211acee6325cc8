"""Takes examples away, and leaves whatever the rep has added, with all that it stands on.

What would be deleted along with an example but is none itself is the rep's: it stays, and so does what it refers to. An
example call on which the rep worked stays whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Final, cast

from django.apps import apps
from django.db import models
from django.db.models.deletion import Collector

from callwright.web.accounts.models import Member
from callwright.web.customers.models import Customer
from callwright.web.debriefs.models import Debrief
from callwright.web.examples.models import Mark
from callwright.web.plans.models import Objective
from callwright.web.trail.dropping import drop_history

OF_THE_PRODUCT: Final = frozenset({"plans.frozen", "briefs.calendarentry", "briefs.briefmail"})
"""Rows that come about without a word of the rep's: a call began, its calendar entry was fetched, its brief mailed."""

PARTS_OF_A_CALL: Final = frozenset({"calls.call", "plans.objective", "debriefs.debrief"})

Row = models.Model
Key = tuple[str, Any]
"""A row's table and key."""


def removed(*, by: Member) -> list[str]:
    """Deletes the examples of an organization, and names those that stay because the rep worked with them.

    Named are the customers and products, once each; what hangs on a customer goes with its name.
    """
    examples = {key_of(row): row for row in _marked(by)}
    beneath, loosened = _would_go(examples.values())
    stay = _with_all_they_stand_on(_of_the_rep(beneath, loosened, examples), beneath, examples)
    _delete(row for key, row in examples.items() if key not in stay)
    Mark.objects.of(by).delete()
    return _names(examples[key] for key in stay)


def _names(rows: Iterable[Row]) -> list[str]:
    """Of customers or, where none is among them, of all else."""
    kept = list(rows)
    return sorted({str(row) for row in kept if isinstance(row, Customer)} or {str(row) for row in kept})


def key_of(row: Row) -> Key:
    """What tells one row from all others."""
    return row._meta.label_lower, row.pk


def _marked(by: Member) -> Iterator[Row]:
    keys: dict[str, list[int]] = defaultdict(list)
    for table, key in Mark.objects.of(by).values_list("table", "key"):
        keys[table].append(key)
    for table, wanted in keys.items():
        manager = cast(Any, apps.get_model(table)).objects
        yield from manager.of(by).filter(pk__in=wanted)


def _would_go(rows: Iterable[Row]) -> tuple[dict[Key, Row], list[Row]]:
    """All that goes along with these rows, themselves with it; and those that would lose a reference to one of them."""
    collector = Collector(using="default", origin=None)
    collector.can_fast_delete = lambda *_, **__: False  # type: ignore[method-assign]
    by_model: dict[type[Row], list[Row]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row)
    for same in by_model.values():
        collector.collect(same)
    beneath = {key_of(row): row for found in collector.data.values() for row in found}
    loosened = [row for changes in collector.field_updates.values() for found in changes for row in _rows(found)]
    return beneath, loosened


def _rows(found: Any) -> Iterable[Row]:
    return [found] if isinstance(found, Row) else found


def _of_the_rep(beneath: dict[Key, Row], loosened: list[Row], examples: dict[Key, Row]) -> list[Row]:
    added = [row for key, row in beneath.items() if key not in examples and _is_written(row, examples)]
    changed = [row for row in examples.values() if isinstance(row, Objective) and row.version > 1]
    return added + changed + [row for row in loosened if key_of(row) not in examples]


def _is_written(row: Row, examples: dict[Key, Row]) -> bool:
    """Whether a person put something into the row, rather than the product by a look, a clock or a download."""
    if isinstance(row, Debrief):
        return bool(row.saved_at or row.draft)
    return row._meta.label_lower not in OF_THE_PRODUCT and not _links_examples(row, examples)


def _links_examples(row: Row, examples: dict[Key, Row]) -> bool:
    """Whether the row only says of two examples that they belong together, as of a call and who attends it."""
    return bool(row._meta.auto_created) and all(key in examples for key in _refers_to(row))


def _with_all_they_stand_on(rep: list[Row], beneath: dict[Key, Row], examples: dict[Key, Row]) -> set[Key]:
    stay: set[Key] = set()
    of_call = _by_call(beneath)
    waiting = [key for row in rep for key in (key_of(row), *_refers_to(row))]
    while waiting:
        key = waiting.pop()
        if key in stay or key not in examples:
            continue
        stay.add(key)
        waiting += _refers_to(examples[key])
        waiting += of_call.get(key, [])
    return stay


def _by_call(beneath: dict[Key, Row]) -> dict[Key, list[Key]]:
    """For each call, objective and debrief what hangs on it; for a call its people, too."""
    hanging: dict[Key, list[Key]] = defaultdict(list)
    for key, row in beneath.items():
        parents = _refers_to(row)
        for parent in parents:
            if parent[0] in PARTS_OF_A_CALL:
                hanging[parent] += [one for one in (key, *parents) if one != parent]
    return hanging


def _refers_to(row: Row) -> list[Key]:
    keys = [field for field in row._meta.concrete_fields if isinstance(field, models.ForeignKey)]
    named = [(field.related_model._meta.label_lower, getattr(row, field.attname)) for field in keys]
    return [key for key in named if key[1] is not None]


def _delete(rows: Iterable[Row]) -> None:
    by_model: dict[type[Row], list[Any]] = defaultdict(list)
    for row in rows:
        by_model[type(row)].append(row.pk)
    for model, keys in by_model.items():
        cast(Any, model).objects.filter(pk__in=keys).delete()
        drop_history(model, keys)
