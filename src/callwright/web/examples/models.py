"""Which rows are examples: so that they, and nothing else, go when the rep has looked around."""

from __future__ import annotations

from django.db import models

from callwright.web.accounts.models import Member, Owned
from callwright.web.accounts.owned import admins_alone


class Mark(Owned):
    """That a row is an example."""

    table = models.CharField(max_length=60)
    """The label of its model, as in "calls.call"."""
    key = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "table", "key"], name="one_mark_a_row")]

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """Admins began with examples, and admins take them away."""
        return admins_alone(prefix)
