"""What changes customers. Every write is one function: it checks, writes all or nothing, and returns what it made."""

from __future__ import annotations

from typing import Final

from django.dispatch import receiver

from callwright.web.accounts.actions import organization_made
from callwright.web.accounts.models import Organization
from callwright.web.customers.models import Stage

FIRST_STAGES: Final = (
    ("Introduction", "introduction"),
    ("Needs", "needs"),
    ("Evaluation", "evaluation"),
    ("Concerns", "concerns"),
    ("Decision", "decision"),
    ("Customer", "customer"),
)
"""The stages that every organization starts with; it may rename them and add its own."""


@receiver(organization_made)
def give_first_stages(organization: Organization, **_: object) -> None:
    """The six buying stages, for an organization that was just made."""
    Stage.objects.bulk_create(
        Stage(organization=organization, name=name, kind=kind, position=place)
        for place, (name, kind) in enumerate(FIRST_STAGES, start=1)
    )
