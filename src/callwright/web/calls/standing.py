"""Where the customer stands with what a call is about: said at the call, kept with the opportunity."""

from __future__ import annotations

from typing import Final

from django.db import transaction

from callwright.web.accounts.models import Member
from callwright.web.calls.actions import change_call
from callwright.web.calls.models import Call
from callwright.web.customers.actions import add_opportunity, move_stage
from callwright.web.customers.models import Opportunity, Stage

NEW: Final = "First order"
"""What an opportunity is called of which nothing but the stage was said."""


@transaction.atomic
def say_stage(*, call: Call, stage: Stage, by: Member, name: str = "") -> Opportunity:
    """The customer has come to a stage with what the call is about.

    A call that is about nothing yet gets a new opportunity: called `name`, else as its product, else NEW.
    Raises Refused for a stage of another organization or a name that is too long, and CallRefused.
    """
    if call.opportunity is not None:
        return move_stage(opportunity=call.opportunity, stage=stage, by=by)
    called = name.strip() or (call.product.name if call.product else NEW)
    made = add_opportunity(customer=call.customer, name=called, product=call.product, stage=stage, by=by)
    change_call(call=call, opportunity=made, by=by)
    return made
