"""What belongs to an organization: every table of the product but those of people and organizations themselves.

Each query starts here: `Thing.objects.of(member)`. Nothing else in the web part reads a table by other means, so that
one place decides who sees what.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.db import models

if TYPE_CHECKING:
    from callwright.web.accounts.models import Member


class OwnedQuerySet(models.QuerySet[Any]):
    """Rows of one table, each of which belongs to an organization."""

    def of(self, member: Member) -> Self:
        """The rows that a member may see: those of the organization."""
        return self.filter(organization_id=member.organization_id)


class Owned(models.Model):
    """A row that belongs to an organization."""

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True
