"""The parts of a customer's page whose rows are added, changed and removed in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from callwright.web.accounts.models import Member, Owned
from callwright.web.customers.forms import ContactForm, KnowledgeForm, OpeningForm, OpportunityForm, RowForm
from callwright.web.customers.models import Contact, Customer, Knowledge, Opening, Opportunity


@dataclass(frozen=True)
class Part:
    """One kind of row."""

    name: str
    """As the address, the page and the reverse relation of Customer have it."""
    form: type[RowForm]
    model: type[Owned]

    def row(self, member: Member, customer: Customer, key: int | None) -> Any:
        """The row of that key at this customer, or None where there is none any more."""
        return self.model.objects.of(member).filter(customer=customer, pk=key).first() if key else None


PARTS: Final[Mapping[str, Part]] = {
    part.name: part
    for part in (
        Part("contacts", ContactForm, Contact),
        Part("opportunities", OpportunityForm, Opportunity),
        Part("knowledge", KnowledgeForm, Knowledge),
        Part("openings", OpeningForm, Opening),
    )
}


@dataclass(frozen=True)
class Editing:
    """The form that is open on a page."""

    part: str
    key: int | None
    """Of the row that is changed; None for a new one."""
    form: RowForm
    address: str
    """Where the form goes."""
    gone: bool = False
    """Whether the row was removed while the form was open: what was typed can be kept as a new one."""
