"""What belongs to an organization: every table of the product but those of people and organizations themselves.

Each query starts here: `Thing.objects.of(member)`. Nothing else in the web part reads a table for a member by other
means, so that this one place decides who sees what: an admin all of the organization, a manager what those of their
teams see, a rep own calls and the customers that are theirs or shared with them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from django.db import models

if TYPE_CHECKING:
    from callwright.web.accounts.models import Member


class OwnedQuerySet(models.QuerySet[Any]):
    """Rows of one table, each of which belongs to an organization."""

    def of(self, member: Member) -> Self:
        """The rows that a member may see."""
        rows = self.filter(organization_id=member.organization_id)
        if member.sees_all:
            return rows
        return rows.filter(cast(type[Owned], self.model).seen_by(member))


class Owned(models.Model):
    """A row that belongs to an organization."""

    SEEN_WITH: ClassVar[str] = ""
    """The foreign key to the row that this one is seen with, as a promise is with its customer.

    Empty: everybody in the organization sees it, or the table has a `seen_by` of its own.
    """

    EXPORTED: ClassVar[bool] = True
    """Whether an export holds it. What only serves signing in stays here."""

    organization = models.ForeignKey("accounts.Organization", on_delete=models.CASCADE, related_name="+")

    objects = OwnedQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """The condition under which a member who does not see all sees a row of this table.

        prefix: the way from the table that is asked to this one, as in "objective__call__".
        """
        if not cls.SEEN_WITH:
            return models.Q()
        whole = cast(type[Owned], cls._meta.get_field(cls.SEEN_WITH).related_model)
        return whole.seen_by(member, f"{prefix}{cls.SEEN_WITH}__")
