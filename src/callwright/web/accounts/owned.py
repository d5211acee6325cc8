"""What belongs to an organization: every table of the product but those of people and organizations themselves.

Each query starts here: `Thing.objects.of(member)`. Nothing else in the web part reads a table for a member by other
means, so that this one place decides who sees what: an admin all of the organization, a manager what those of their
teams see, a rep own calls and the customers that are theirs or shared with them.

Who sees a customer sees all that is known of it: what colleagues learned there and were promised too. Of a colleague's
call there they see that it was, and no more: `with_sight` tells which rows may be opened.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from django.db import models, transaction
from django.db.models.expressions import Combinable
from django.dispatch import Signal

if TYPE_CHECKING:
    from callwright.web.accounts.models import Member

rows_changing = Signal()
"""Sent with `rows` and the `names` of columns before rows are changed in bulk; a receiver may return what is to be
called, in the same transaction, once they are. Rows that are saved one by one are told of by Django's own signals."""
rows_made = Signal()
"""Sent with `rows` after they were made in bulk. Those that were there before (`ignore_conflicts`) have no key."""


class OwnedQuerySet(models.QuerySet[Any]):
    """Rows of one table, each of which belongs to an organization."""

    def of(self, member: Member) -> Self:
        """The rows that a member may see."""
        rows = self.filter(organization_id=member.organization_id)
        if member.sees_all:
            return rows
        return rows.filter(cast(type[Owned], self.model).seen_by(member))

    def update(self, **values: Any) -> int:
        """Changes all of the rows; whoever keeps a record of changes hears of it before and after."""
        told: list[Any] = [then for _, then in rows_changing.send(self.model, rows=self, names=set(values)) if then]
        if not told:
            return super().update(**values)
        with transaction.atomic(savepoint=False):
            count = super().update(**values)
            for then in told:
                then()
        return count

    def bulk_create(self, objs: Iterable[Any], *args: Any, **kwargs: Any) -> list[Any]:
        """Makes many rows; whoever keeps a record of changes hears of them in the same transaction."""
        with transaction.atomic(savepoint=False):
            made = super().bulk_create(objs, *args, **kwargs)
            rows_made.send(self.model, rows=made)
        return made

    def with_sight(self, member: Member, **ways: str) -> Self:
        """The rows, each of which tells, by these names, whether the member sees what a foreign key of it leads to.

        As in `customer_seen="customer"`; the empty way leads to the row itself. For rows that were reached otherwise
        than by `of`, and what is shown of rows beside them.
        """
        return self.annotate(**{name: _sight(self.model, member, way) for name, way in ways.items()})


def _sight(model: type[models.Model], member: Member, way: str) -> Combinable:
    if member.sees_all:
        return models.Value(True)
    end: Any = model._meta.get_field(way).related_model if way else model
    return models.Case(models.When(end.seen_by(member, f"{way}__" if way else ""), then=True), default=False)


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

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Writes the row. What hears of that (Django's `post_save`) writes in the same transaction, or nothing is."""
        with transaction.atomic(savepoint=False):
            super().save(*args, **kwargs)

    @classmethod
    def seen_by(cls, member: Member, prefix: str = "") -> models.Q:
        """The condition under which a member who does not see all sees a row of this table.

        prefix: the way from the table that is asked to this one, as in "objective__call__".
        """
        if not cls.SEEN_WITH:
            return models.Q()
        whole = cast(type[Owned], cls._meta.get_field(cls.SEEN_WITH).related_model)
        return whole.seen_by(member, f"{prefix}{cls.SEEN_WITH}__")


def admins_alone(prefix: str = "") -> models.Q:
    """The condition of a table that admins alone see: no row meets it."""
    return models.Q(**{f"{prefix}pk__in": []})
