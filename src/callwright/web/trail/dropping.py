"""The history of rows goes where the rows themselves go without a trace: examples, and what is past its time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from django.db import models

from callwright.web.calls.models import Call
from callwright.web.customers.models import Customer
from callwright.web.trail.models import Change

AT_ONCE: Final = 500
"""Keys named in one statement."""

HANGS_ON: Final[dict[type[models.Model], str]] = {Customer: "customer", Call: "call"}
"""Where the changes of all that hangs on a row are found, too."""


def drop_history(model: type[models.Model], keys: Iterable[Any]) -> int:
    """Deletes the changes of rows, and of what hangs on them where they are customers or calls. How many there were."""
    kept, gone = list(keys), 0
    for some in portions(kept):
        about = models.Q(table=model._meta.label_lower, key__in=some)
        if model in HANGS_ON:
            about |= models.Q(**{f"{HANGS_ON[model]}__in": some})
        gone += Change.objects.filter(about).delete()[0]
    return gone


def portions(keys: list[Any]) -> Iterator[list[Any]]:
    """The keys, a statement's worth at a time."""
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
