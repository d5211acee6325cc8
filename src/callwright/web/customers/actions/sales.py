"""Opportunities, and the stage that the customer has come to with each."""

from __future__ import annotations

from decimal import Decimal

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.customers.actions.accounts import named, ours
from callwright.web.customers.models import Customer, Opportunity, Product, Stage, StageChange
from callwright.web.customers.queries import last_currency

opportunity_changed = Signal()
"""Sent with `opportunity` after its stage, or what else is known of it, changed."""


@transaction.atomic
def add_opportunity(
    *,
    customer: Customer,
    name: str,
    by: Member,
    product: Product | None = None,
    stage: Stage | None = None,
    amount: Decimal | None = None,
    currency: str = "",
) -> Opportunity:
    """A possible sale. Stage: the organization's first unless given; currency: the last one used, with an amount."""
    for row in (customer, product, stage):
        ours(row, by)
    opportunity = Opportunity.objects.create(
        organization=by.organization,
        customer=customer,
        name=named(name, "An opportunity"),
        product=product,
        stage=stage or Stage.objects.of(by).first(),
        amount=amount,
        currency=_currency(amount, currency, by),
    )
    _note_stage(opportunity, by, "")
    return opportunity


@transaction.atomic
def change_opportunity(
    *,
    opportunity: Opportunity,
    name: str,
    by: Member,
    product: Product | None,
    amount: Decimal | None,
    currency: str,
    state: str,
) -> Opportunity:
    """What is known of a possible sale, put right. Its stage is moved by `move_stage`."""
    ours(opportunity, by)
    ours(product, by)
    opportunity.name, opportunity.product, opportunity.state = named(name, "An opportunity"), product, state
    opportunity.amount, opportunity.currency = amount, _currency(amount, currency, by)
    opportunity.save(update_fields=["name", "product", "state", "amount", "currency"])
    opportunity_changed.send(Opportunity, opportunity=opportunity)
    return opportunity


@transaction.atomic
def move_stage(*, opportunity: Opportunity, stage: Stage, by: Member, why: str = "") -> Opportunity:
    """The customer has come to a stage with an opportunity, which the history keeps. The same again changes nothing."""
    ours(opportunity, by)
    ours(stage, by)
    if opportunity.stage_id != stage.pk:
        opportunity.stage = stage
        opportunity.save(update_fields=["stage"])
        _note_stage(opportunity, by, why)
        opportunity_changed.send(Opportunity, opportunity=opportunity)
    return opportunity


def _note_stage(opportunity: Opportunity, by: Member, why: str) -> None:
    if opportunity.stage is None:
        return
    StageChange.objects.create(
        organization=by.organization,
        opportunity=opportunity,
        stage=opportunity.stage,
        called=opportunity.stage.name,
        at=timezone.now(),
        by=by,
        why=why.strip()[:300],
    )


def _currency(amount: Decimal | None, currency: str, by: Member) -> str:
    currency = currency.strip().upper()
    return currency or (last_currency(by) if amount is not None else "")
