"""What the organization sells: a list that managers and admins change. Whoever else would raises NotYours."""

from __future__ import annotations

from django.db import transaction

from callwright.web.accounts.models import Member
from callwright.web.customers.actions.accounts import named, ours
from callwright.web.customers.errors import Refused
from callwright.web.customers.models import Product
from callwright.web.customers.names import fold
from callwright.web.may import LISTS, demand


@transaction.atomic
def add_product(*, name: str, by: Member) -> Product:
    """The product of that name, made if there is none: case, accents and blanks make no other name."""
    name = named(name, "A product")
    known: Product | None = Product.objects.of(by).filter(folded=fold(name)).first()
    if known is None:
        demand(by.leads, LISTS)
    return known or Product.objects.create(organization=by.organization, name=name)


@transaction.atomic
def change_product(*, product: Product, name: str, by: Member) -> Product:
    """Another name. Raises Refused for one that another product has."""
    ours(product, by)
    demand(by.leads, LISTS)
    name = named(name, "A product")
    if Product.objects.of(by).filter(folded=fold(name)).exclude(pk=product.pk).exists():
        raise Refused(f"There is a product called {name} already.")
    product.name = name
    product.save(update_fields=["name", "folded"])
    return product


@transaction.atomic
def remove_product(*, product: Product, by: Member) -> None:
    """Does away with a product; opportunities and calls that name it stay, without it."""
    ours(product, by)
    demand(by.leads, LISTS)
    product.delete()
