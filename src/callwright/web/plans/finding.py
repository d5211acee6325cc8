"""Objectives are found by the search over all that is known."""

from __future__ import annotations

from django.urls import reverse

from callwright.web.customers.index import Hit, Source, register
from callwright.web.plans.models import Objective


def _hit(objective: Objective) -> Hit:
    return Hit(objective.text, reverse("plan", args=[objective.call_id]), objective.call.customer.name)


OF_OBJECTIVES = 7
"""The number of this source in the index."""

register(
    Source(
        OF_OBJECTIVES,
        "objective",
        "Objectives",
        Objective,
        ("text", "fallback", "measure"),
        _hit,
        related=("call__customer",),
    )
)
