"""What calls do when an opportunity changes that they are about."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from callwright.web.calls.actions import call_changed
from callwright.web.calls.models import Call
from callwright.web.customers.actions import opportunity_changed
from callwright.web.customers.models import Opportunity


def listen() -> None:
    """From now on calls hear of opportunities."""
    opportunity_changed.connect(_what_they_are_about_changed, sender=Opportunity)


def _what_they_are_about_changed(opportunity: Opportunity, **_: Any) -> None:
    """Another stage may make another verdict on what is planned: those above are told of each call to come."""
    coming = Call.objects.filter(opportunity=opportunity, state=Call.State.PLANNED, starts__gt=timezone.now())
    for call in coming.select_related("customer", "opportunity__stage", "product"):
        call_changed.send(Call, call=call)
