"""Whether promises were kept."""

from __future__ import annotations

import datetime as dt

from callwright.web.accounts.models import Member
from callwright.web.customers.actions.accounts import ours
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.models import Commitment


def settle(*, commitment: Commitment, state: str, on: dt.date, by: Member) -> Commitment:
    """Says what became of a promise; `open` takes that back. Raises Refused for another state, or another's promise."""
    ours(commitment, by)
    if state not in Commitment.State.values:
        raise Refused("A promise is kept, late or not kept.")
    commitment.state = state
    commitment.settled_on = None if state == Commitment.State.OPEN else on
    commitment.save(update_fields=["state", "settled_on"])
    return commitment
