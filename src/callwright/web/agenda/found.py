"""What was proposed from debriefs, and waits for a yes or no, is found by the search over all that is known."""

from __future__ import annotations

from typing import Final

from django.urls import reverse

from callwright.web.customers.index import Hit, Source
from callwright.web.debriefs.models import Consequence


def _hit(offer: Consequence) -> Hit:
    """Where it is accepted or declined: with the debrief that it follows from."""
    call = offer.debrief.call
    return Hit(offer.offered["text"], f"{reverse('debrief', args=[call.pk])}#follows", call.customer.name)


PROPOSALS: Final = Source(
    9,
    "proposal",
    "Proposed from debriefs",
    Consequence,
    ("offered:text", "offered:fallback", "offered:measure"),
    _hit,
    related=("debrief__call__customer",),
    only="state = 'offered'",
)
