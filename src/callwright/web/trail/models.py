"""One row a change: what was made, changed or removed, by whom and when."""

from __future__ import annotations

from typing import Any, Final

from django.db import models
from django.utils import timezone

from callwright.web.accounts.models import Member, Owned
from callwright.web.calls.models import Call
from callwright.web.customers.models import Customer
from callwright.web.trail.tables import Seen, labels

LOOSE: Final[dict[str, Any]] = {"null": True, "on_delete": models.DO_NOTHING, "db_constraint": False, "db_index": False}
"""Keys outlive the rows that they lead to: that one was removed is part of the trail."""


class Action(models.TextChoices):
    """What was done."""

    ADDED = "added", "Added"
    CHANGED = "changed", "Changed"
    REMOVED = "removed", "Removed"


class Change(Owned):
    """That a row was added, changed or removed. Written by the product alone; nothing changes it afterwards but the
    same hand going on with the same words, an erasure, and the end of its time."""

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(Member, related_name="+", **LOOSE)
    """None: the product itself, in the background."""
    action = models.CharField(max_length=7, choices=Action)
    table = models.CharField(max_length=40)
    """The label of its model, as in "calls.call"."""
    key = models.BigIntegerField()
    called = models.CharField(max_length=200, blank=True)
    """What the row was called then, where it has a name and is no person."""
    customer = models.ForeignKey(Customer, related_name="changes", **LOOSE)
    call = models.ForeignKey(Call, related_name="changes", **LOOSE)
    member = models.ForeignKey(Member, related_name="+", **LOOSE)
    """Whose row it was: whoever saw it by that sees the change when the row is gone."""
    fields = models.JSONField(default=dict)
    """By column `[before, after]`; None: nothing. Of columns that hold several rows: those that went, those that came.

    A row that it leads to is `{"key": 3, "name": "Evaluation"}`, a person's `{"key": 3}`. Of a row that was removed
    "went" holds how many went with it, by table.
    """

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["organization", "at", "id"], name="changes_by_time"),
            models.Index(fields=["customer", "at"], name="changes_of_a_customer"),
            models.Index(fields=["call", "at"], name="changes_of_a_call"),
            models.Index(fields=["by", "at"], name="changes_by_somebody"),
            models.Index(fields=["table", "key"], name="changes_of_a_row"),
        ]

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Changes of what the member sees, and of what was theirs to see until it was removed."""
        own = models.Q(**{f"{prefix}member__in": member.seen})
        by_table = {seen: models.Q(**{f"{prefix}table__in": labels(seen)}) for seen in Seen}
        return (
            by_table[Seen.CALL] & _sees(Call, member, own, f"{prefix}call_id")
            | by_table[Seen.CUSTOMER] & _sees(Customer, member, own, f"{prefix}customer_id")
            | by_table[Seen.MEMBER] & own
            | by_table[Seen.ALL]
        )


def _sees(model: type[Owned], member: Member, own: models.Q, way: str) -> models.Q:
    """That the member sees the row; where it is gone, that it was theirs to see.

    By a look at that row and not by a join: a further filter by the same key would make that an inner one.
    """
    there = model.objects.filter(pk=models.OuterRef(way))
    return models.Q(models.Exists(there.filter(model.seen_by(member)))) | own & models.Q(~models.Exists(there))
