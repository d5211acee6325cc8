"""The first start, and the way back from the examples."""

from __future__ import annotations

from django.db import transaction

from callwright.web.accounts.models import Member
from callwright.web.examples.removing import removed
from callwright.web.examples.telling import tell
from callwright.web.trail.acting import unrecorded


@transaction.atomic
def start_empty(*, by: Member) -> None:
    """The organization starts with nothing in it."""
    _answered(by)


@transaction.atomic
def load_examples(*, by: Member) -> None:
    """The organization starts with half a year of examples. Where that was answered before, nothing happens."""
    if by.organization.started:
        return
    with unrecorded():
        tell(by=by)
    _answered(by)


@transaction.atomic
def remove_examples(*, by: Member) -> list[str]:
    """Removes the examples; those that the rep worked on stay and are the rep's from now on. Returns their names."""
    with unrecorded():
        return removed(by=by)


def _answered(by: Member) -> None:
    by.organization.started = True
    by.organization.save(update_fields=["started"])
