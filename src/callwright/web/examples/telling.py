"""Tells the half-year of the examples: firms, people, calls and what came of them, each row marked as an example.

The verdicts are the engine's own, given while this runs.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any, Final

from django.db import models
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.clock import moment
from callwright.web.customers.models import Contact, Customer, Opportunity, Product, Stage, StageChange
from callwright.web.examples.days import working_day
from callwright.web.examples.models import Mark
from callwright.web.examples.told_call import tell_call

CURRENCY: Final = "GBP"
MORNING: Final = dt.time(9)

Story = dict[str, Any]


class Teller:
    """Makes rows for a member, and remembers them. now: the moment up to which the story goes."""

    def __init__(self, by: Member, now: dt.datetime) -> None:
        self.by, self.now = by, now
        self.today = timezone.localdate(self.now)
        self.stages: dict[str, Stage] = {}
        for stage in Stage.objects.of(by):
            self.stages.setdefault(stage.kind, stage)
        self._products: dict[str, Product] = {}
        self._marks: list[Mark] = []

    def add(self, model: type[models.Model], **fields: Any) -> Any:
        """A new row of the organization's that is marked as an example."""
        row: Any = model._default_manager.create(organization=self.by.organization, **fields)
        self.mark(row)
        return row

    def mark(self, row: models.Model) -> None:
        """Remembers that a row is an example."""
        self._marks.append(Mark(organization=self.by.organization, table=row._meta.label_lower, key=row.pk))

    def at(self, count: int, time: dt.time = MORNING) -> dt.datetime:
        """The moment at a time of the day, some working days from today."""
        return moment(dt.datetime.combine(working_day(self.today, count), time))

    def product(self, name: str) -> Product:
        """The product of that name: one of the organization's own, else a new example."""
        if name not in self._products:
            own = Product.objects.of(self.by).filter(name=name).first()
            self._products[name] = own or self.add(Product, name=name)
        return self._products[name]

    def keep_marks(self) -> None:
        """Writes down which rows are examples."""
        Mark.objects.bulk_create(self._marks)


def tell(*, by: Member, now: dt.datetime | None = None) -> None:
    """Makes the examples for an organization, as of now (default: the clock): the same on every day that it is."""
    teller = Teller(by, now or timezone.now())
    for story in stories():
        _tell_customer(teller, story)
    teller.keep_marks()


def stories() -> Iterator[Story]:
    """The firms of the examples, one file each."""
    for file in sorted(files(__package__).joinpath("story").iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            yield tomllib.loads(file.read_text(encoding="utf-8"))


def _tell_customer(teller: Teller, story: Story) -> None:
    sale = story["sale"]
    customer = teller.add(Customer, name=story["name"], about=story["about"], owner=teller.by)
    Customer.objects.filter(pk=customer.pk).update(created=teller.at(sale["began"]))
    people = {key: teller.add(Contact, customer=customer, **of) for key, of in story["people"].items()}
    opportunity = _tell_sale(teller, customer, sale)
    for call in story["call"]:
        tell_call(teller, opportunity, people, call)
        if "stage" in call:
            _come_to(teller, opportunity, call["stage"], teller.at(call["day"], dt.time(18)))
    opportunity.state = "won" if "won" in sale else "lost" if "lost" in sale else "open"
    opportunity.save()


def _tell_sale(teller: Teller, customer: Customer, sale: Story) -> Opportunity:
    opportunity: Opportunity = teller.add(
        Opportunity, customer=customer, name=sale["name"], product=teller.product(sale["product"]),
        amount=sale["amount"], currency=CURRENCY,
    )  # fmt: skip
    Opportunity.objects.filter(pk=opportunity.pk).update(created=teller.at(sale["began"]))
    _come_to(teller, opportunity, "introduction", teller.at(sale["began"]))
    return opportunity


def _come_to(teller: Teller, opportunity: Opportunity, kind: str, at: dt.datetime) -> None:
    opportunity.stage = stage = teller.stages.get(kind)
    called = stage.name if stage else ""
    teller.add(StageChange, opportunity=opportunity, stage=stage, called=called, at=at, by=teller.by)
