"""Objectives are found by the search over all that is known."""

from __future__ import annotations

from typing import Final

from django.urls import reverse

from callwright.web.customers.index import Hit, Source
from callwright.web.plans.models import Objective


def _hit(objective: Objective) -> Hit:
    return Hit(objective.text, reverse("plan", args=[objective.call_id]), objective.call.customer.name)


OBJECTIVES: Final = Source(
    7, "objective", "Objectives", Objective, ("text", "fallback", "measure"), _hit, related=("call__customer",)
)
