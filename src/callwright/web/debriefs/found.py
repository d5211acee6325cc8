"""How promises are found by the search over all that is known."""

from __future__ import annotations

from typing import Final

from django.urls import reverse

from callwright.web.customers.index import Hit, Source
from callwright.web.debriefs.models import Commitment


def _hit(promise: Commitment) -> Hit:
    """Where a promise is shown: with the call on which it was made, else with the customer."""
    of_call = promise.call_id and promise.call_seen
    to = reverse("debrief", args=[promise.call_id]) if of_call else reverse("customer", args=[promise.customer_id])
    return Hit(promise.text, to, promise.customer.name)


PROMISES: Final = Source(
    8,
    "commitment",
    "Promises",
    Commitment,
    ("text",),
    _hit,
    related=("customer",),
    told={"call_seen": "call"},
    hidden="customer__merged_into",
)
