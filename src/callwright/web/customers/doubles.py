"""Customers that may be one and the same, by like names."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from django.db.models import Q, QuerySet

from callwright.web.accounts.models import Member
from callwright.web.customers.models import Apart, Customer
from callwright.web.customers.names import LIKE, Likeness
from callwright.web.customers.search import keys_of

Name = tuple[str, int]
"""A bare name, and the key of the customer who has it."""

BEGINNING: Final = 4
"""Letters in which names agree that are compared for one customer."""

CLOSEST: Final = 5
"""Customers with like names that are suggested for one."""

MOST_PAIRS: Final = 50
"""Pairs that are shown at a time."""


def visible(member: Member) -> QuerySet[Customer]:
    """The customers of the member's organization, without those that are part of another."""
    return Customer.objects.of(member).filter(merged_into=None)


def like(member: Member, customer: Customer) -> list[Customer]:
    """Those whose names are so like this one's that they may be the same, the likest first."""
    likeness = Likeness(customer.bare)
    near = [(likeness.to(one.bare), one) for one in _beginning_like(member, customer)]
    near = [(how, one) for how, one in near if how >= LIKE]
    if not near:
        return []
    apart = _apart(member, customer)
    near.sort(key=lambda pair: (-pair[0], pair[1].pk))
    return [one for _, one in near if frozenset((one.pk, customer.pk)) not in apart][:CLOSEST]


def _beginning_like(member: Member, customer: Customer) -> QuerySet[Customer]:
    begins = customer.bare[:BEGINNING]
    return (
        visible(member).filter(bare__startswith=begins).exclude(pk=customer.pk).only("name", "bare", "about", "owner")
    )


def called(member: Member, typed: str, but: Customer) -> list[Customer]:
    """Customers whose names have words that begin with those typed, the best first, without one."""
    rows = visible(member).exclude(pk=but.pk).in_bulk(keys_of(member, "customer", typed, MOST_PAIRS))
    return list(rows.values())


def duplicates(member: Member, most: int = MOST_PAIRS) -> list[tuple[Customer, Customer]]:
    """Pairs with like names among all customers, the likest first.

    Names are compared with their neighbours in the order of their letters, read from either end, so that ten thousand
    customers cost ten thousand comparisons and not fifty million.
    """
    names: list[Name] = list(visible(member).values_list("bare", "pk"))
    pairs: dict[frozenset[int], float] = {}
    for order in (sorted(names), sorted(names, key=lambda one: one[0][::-1])):
        for (one, key), (other, its_key) in pairwise(order):
            how = Likeness(one).to(other)
            if how >= LIKE:
                pairs[frozenset((key, its_key))] = how
    return _rows(member, pairs, most) if pairs else []


def _rows(member: Member, pairs: dict[frozenset[int], float], most: int) -> list[tuple[Customer, Customer]]:
    apart = _apart(member)
    best = sorted((pair for pair in pairs if pair not in apart), key=lambda pair: (-pairs[pair], sorted(pair)))[:most]
    rows = visible(member).in_bulk({key for pair in best for key in pair})
    return [(rows[first], rows[second]) for first, second in map(sorted, best)]


def _apart(member: Member, customer: Customer | None = None) -> set[frozenset[int]]:
    pairs = Apart.objects.of(member)
    if customer is not None:
        pairs = pairs.filter(Q(first=customer) | Q(second=customer))
    return {frozenset(pair) for pair in pairs.values_list("first_id", "second_id")}
