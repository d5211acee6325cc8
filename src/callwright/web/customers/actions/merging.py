"""Two customers that are one: all that hangs on the other moves to the one that is kept, and can move back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from django.apps import apps
from django.db import models, transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.customers.actions.accounts import ours
from callwright.web.customers.errors import Refused
from callwright.web.customers.models import Apart, Contact, Customer, Merge, Share
from callwright.web.may import WHOLE_CUSTOMERS, demand

STAY: Final = (Customer, Merge, Apart, Share)
"""Tables whose rows speak of the pair itself, or of who sees which."""

SHARED: Final = Share._meta.label_lower
"""Under which a merge notes the shares that it made."""

AT_ONCE: Final = 500
"""Keys named in one statement."""

Moved = dict[str, list[int]]


@transaction.atomic
def merge(*, kept: Customer, other: Customer, by: Member) -> Merge:
    """Makes `other` part of `kept`: contacts, opportunities, calls, all that names it, in this app and those above.

    `other` stays, hidden, so that it can be undone. Who saw it sees what it is part of now. Raises Refused for one and
    the same, or one that is merged already, and NotYours where either is for others to settle.
    """
    if kept.pk == other.pk:
        raise Refused("That is the same customer.")
    kept, other = _locked(kept, other, by=by)
    demand(kept.settled_by(by) and other.settled_by(by), WHOLE_CUSTOMERS)
    if kept.merged_into_id or other.merged_into_id:
        raise Refused("One of them has been merged already.")
    moved = {model._meta.label_lower: _move(model, field, other, kept) for model, field in _hangs_on_customers()}
    moved[SHARED] = _let_in(kept, other, by)
    took_about = not kept.about and bool(other.about)
    if took_about:
        kept.about = other.about
        kept.save(update_fields=["about"])
    other.merged_into = kept
    other.save(update_fields=["merged_into"])
    moved = {label: keys for label, keys in moved.items() if keys}
    return Merge.objects.create(
        organization=by.organization, kept=kept, other=other, moved=moved, took_about=took_about, by=by
    )


@transaction.atomic
def undo_merge(*, merge: Merge, by: Member) -> Customer:
    """Two customers again: what moved goes back, and what was hung since on an opportunity or call that goes back.

    All else that was added to the kept one stays there. Raises Refused where it is undone already, or where the kept
    one was itself merged since: that has to be undone first; NotYours where the kept one is for others to settle.
    """
    ours(merge, by)
    demand(merge.kept.settled_by(by), WHOLE_CUSTOMERS)
    merge = Merge.objects.select_for_update().select_related("kept", "other").get(pk=merge.pk)
    kept, other = merge.kept, merge.other
    if merge.undone_at:
        raise Refused("That has been undone already.")
    if kept.merged_into_id:
        raise Refused(f"{kept.name} was merged into another customer since; undo that first.")
    Share.objects.filter(customer=kept, pk__in=merge.moved.get(SHARED, [])).delete()
    _move_back({label: keys for label, keys in merge.moved.items() if label != SHARED}, kept, other)
    if merge.took_about and kept.about == other.about:
        kept.about = ""
        kept.save(update_fields=["about"])
    other.merged_into = None
    other.save(update_fields=["merged_into"])
    merge.undone_at = timezone.now()
    merge.save(update_fields=["undone_at"])
    return other


def hold_apart(*, one: Customer, other: Customer, by: Member) -> Apart:
    """They are two: the pair is not suggested again."""
    ours(one, by)
    ours(other, by)
    if one.pk == other.pk:
        raise Refused("That is the same customer.")
    first, second = sorted((one, other), key=lambda customer: customer.pk)
    kept, _ = Apart.objects.get_or_create(organization=by.organization, first=first, second=second)
    return kept


def _locked(*customers: Customer, by: Member) -> list[Customer]:
    """They as they are now, held in the order of their keys: two merges that cross do not wait for each other."""
    for one in customers:
        ours(one, by)
    rows = Customer.objects.of(by).filter(pk__in=[one.pk for one in customers])
    held = {one.pk: one for one in rows.select_for_update().order_by("pk")}
    if len(held) < len(customers):
        raise Refused("One of them is no longer there.")
    return [held[one.pk] for one in customers]


def _hangs_on_customers() -> Iterator[tuple[type[models.Model], str]]:
    """Each table that names a customer, and by which column; those of the apps above too, without knowing them."""
    for relation in Customer._meta.related_objects:
        if not relation.many_to_many and relation.related_model not in STAY:
            yield relation.related_model, relation.field.name


def _move(model: type[models.Model], field: str, source: Customer, target: Customer) -> list[int]:
    rows = model._base_manager.filter(**{field: source})
    keys = list(rows.order_by("pk").values_list("pk", flat=True))
    rows.update(**{field: target})
    return keys


def _let_in(kept: Customer, other: Customer, by: Member) -> list[int]:
    """Shares the kept one with whoever saw the other; the keys of the shares that this took."""
    there = {(kept.owner_id, None), (None, None), *kept.shares.values_list("member_id", "team_id")}
    wanted = dict.fromkeys([(other.owner_id, None), *other.shares.values_list("member_id", "team_id")])
    made = (
        Share.objects.create(organization=kept.organization, customer=kept, member_id=member, team_id=team, by=by)
        for member, team in wanted
        if (member, team) not in there
    )
    return [one.pk for one in made]


def _move_back(moved: Moved, kept: Customer, other: Customer) -> None:
    """Puts back the rows that moved, then those that were hung on them since, until there are no more."""
    columns = dict(_hangs_on_customers())
    going = {apps.get_model(label): list(keys) for label, keys in moved.items()}
    for model, keys in going.items():
        _put(model, columns[model], keys, kept, other)
    for _ in columns:
        gone = [_follow(model, field, going, kept, other) for model, field in columns.items()]
        if not any(gone):
            break


def _follow(
    model: type[models.Model], field: str, going: dict[Any, list[int]], kept: Customer, other: Customer
) -> bool:
    """Moves the kept one's rows that hang on a row which goes back. Whom one met says nothing of whose a call is."""
    keys: set[int] = set()
    for link in _links(model):
        for some in _portions(going.get(link.related_model, [])):
            rows = model._base_manager.filter(**{field: kept, f"{link.name}__in": some})
            keys.update(rows.values_list("pk", flat=True))
    going.setdefault(model, []).extend(keys)
    return bool(_put(model, field, list(keys), kept, other))


def _links(model: type[models.Model]) -> Iterator[models.Field[Any, Any]]:
    for field in model._meta.fields:
        if field.many_to_one and field.related_model not in (Customer, Contact):
            yield field


def _put(model: type[models.Model], field: str, keys: list[int], kept: Customer, other: Customer) -> int:
    rows = model._base_manager
    return sum(rows.filter(**{field: kept, "pk__in": some}).update(**{field: other}) for some in _portions(keys))


def _portions(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), AT_ONCE):
        yield keys[start : start + AT_ONCE]
