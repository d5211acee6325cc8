"""From the form to the calendar: one step for the page, whichever action it comes to."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.calls.actions import change_call, log_call, move_call, plan_call
from callwright.web.calls.forms import CallForm
from callwright.web.calls.models import Call
from callwright.web.calls.series import change_following, plan_series
from callwright.web.customers.actions import add_customer


@transaction.atomic
def put_in_calendar(*, form: CallForm, by: Member) -> Call:
    """The call of a form: planned, recurring, or logged where its time has passed. A new customer is added.

    Raises what the actions raise.
    """
    asked = form.cleaned_data
    customer = form.found or add_customer(name=form.new_name(), by=by)
    starts: dt.datetime = asked["starts"]
    if asked["every"]:
        return plan_series(
            customer=customer, starts=starts, every=asked["every"], until=asked["until"], minutes=asked["minutes"],
            by=by, **form.details(),
        )  # fmt: skip
    act = log_call if starts <= timezone.now() else plan_call
    return act(customer=customer, starts=starts, minutes=asked["minutes"], by=by, **form.details())


@transaction.atomic
def change_in_calendar(*, call: Call, form: CallForm, following: bool, by: Member) -> Call:
    """The call as the form has it and, where `following`, those after it in its series. Raises as the actions do."""
    minutes = form.cleaned_data["minutes"]
    starts: dt.datetime = form.cleaned_data["starts"] if form.moves() else call.starts
    if following:
        return change_following(call=call, starts=starts, minutes=minutes, by=by, **form.details())
    if form.moves():
        move_call(call=call, starts=starts, by=by)
    return change_call(call=call, minutes=minutes, by=by, **form.details())
