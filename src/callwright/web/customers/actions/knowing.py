"""What is known of a customer, and what else could be sold there."""

from __future__ import annotations

import datetime as dt
from typing import Final

from django.db import transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.customers.actions.accounts import ours
from callwright.web.customers.actions.sales import add_opportunity
from callwright.web.customers.errors import Refused
from callwright.web.customers.models import Customer, Knowledge, Opening, Opportunity, Topic
from callwright.web.customers.names import LONGEST
from callwright.web.shortened import shortened

IN_A_NAME: Final = 80
"""Characters of an opening that become an opportunity's name."""


def _said(text: str, what: str) -> str:
    text = text.strip()
    if not text:
        raise Refused(f"{what} needs a few words.")
    return text


def learn(
    *, customer: Customer, text: str, by: Member, topic: str = "", source: str = "", on: dt.date | None = None
) -> Knowledge:
    """Keeps what was learned of a customer; on: the day it was learned, else today. Raises Refused for no words."""
    ours(customer, by)
    return Knowledge.objects.create(
        organization=by.organization,
        customer=customer,
        topic=topic or Topic.OTHER,
        text=_said(text, "What you know"),
        source=source.strip(),
        learned_on=on or _today(),
    )


def change_knowledge(
    *, knowledge: Knowledge, text: str, by: Member, topic: str, source: str, on: dt.date | None
) -> Knowledge:
    """What was learned, put right."""
    ours(knowledge, by)
    knowledge.text, knowledge.topic = _said(text, "What you know"), topic or Topic.OTHER
    knowledge.source, knowledge.learned_on = source.strip(), on or knowledge.learned_on
    knowledge.save(update_fields=["text", "topic", "source", "learned_on"])
    return knowledge


def note_opening(*, customer: Customer, text: str, by: Member, on: dt.date | None = None) -> Opening:
    """Keeps something else that could be sold; on: the day it was noted, else today. Raises Refused for no words."""
    ours(customer, by)
    return Opening.objects.create(
        organization=by.organization, customer=customer, text=_said(text, "An opening"), noted_on=on or _today()
    )


def change_opening(*, opening: Opening, text: str, by: Member, closed: bool, on: dt.date | None = None) -> Opening:
    """An opening put right, or closed where nothing will come of it."""
    ours(opening, by)
    opening.text, opening.closed = _said(text, "An opening"), closed
    opening.noted_on = on or opening.noted_on
    opening.save(update_fields=["text", "closed", "noted_on"])
    return opening


@transaction.atomic
def open_from(*, opening: Opening, by: Member) -> Opportunity:
    """The opportunity that an opening has become; made once, however often it is asked for."""
    ours(opening, by)
    opening = Opening.objects.select_for_update().get(pk=opening.pk)
    if opening.opportunity is not None:
        return opening.opportunity
    name = shortened(opening.text, IN_A_NAME)[:LONGEST]
    opening.opportunity = add_opportunity(customer=opening.customer, name=name, by=by)
    opening.save(update_fields=["opportunity"])
    return opening.opportunity


def _today() -> dt.date:
    return timezone.localdate()
