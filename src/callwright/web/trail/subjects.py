"""What a change is about, in words."""

from __future__ import annotations

import datetime as dt
from typing import Any

from callwright.web.accounts.models import Member
from callwright.web.customers.models import Contact
from callwright.web.trail.models import Change
from callwright.web.trail.showing import GONE, Names, when

OF_CALL = {"plans.objective": "an objective for ", "debriefs.debrief": "the debrief of ", "calls.call": ""}

BY_NAME = {
    "customers.opportunity": "the opportunity {called} with {customer}",
    "customers.knowledge": "what is known of {customer}",
    "customers.opening": "an opening at {customer}",
    "customers.share": "{customer}",
    "customers.merge": "{customer}",
    "customers.apart": "{customer}",
    "customers.stage": "the stage {called}",
    "customers.product": "the product {called}",
    "accounts.team": "the team {called}",
    "accounts.invitation": "an invitation",
    "debriefs.commitment": "a promise of {customer}",
    "plans.setaside": "a finding",
}


def subject(change: Change, names: Names) -> str:
    """As in "the call on Northfield of Thu 5 March, 14:00"."""
    if change.table in OF_CALL:
        return f"{OF_CALL[change.table]}{the_call(change, timed=change.fields.keys() != {'starts'})}"
    if change.table == "customers.contact":
        return f"{_contact(change, names)} at {customer(change)}"
    if change.table == "accounts.member":
        return names[Member].get(change.key, GONE[Member])
    said = BY_NAME.get(change.table, "{called}")
    return said.replace("{customer}", customer(change)).replace("{called}", change.called)


def customer(change: Change) -> str:
    """The customer's name."""
    return change.customer.name if change.customer is not None else "a customer that was removed"


def the_call(change: Change, *, timed: bool = True) -> str:
    """The call, and when it is or was."""
    if change.call is not None:
        moment: Any = change.call.starts
    else:
        moment = next((dt.datetime.fromisoformat(one) for one in change.fields.get("starts", ()) if one), None)
    return f"the call on {customer(change)}{f' of {when(moment)}' if timed and moment else ''}"


def _contact(change: Change, names: Names) -> str:
    told = next((one for one in change.fields.get("name", ()) if one), None)
    return str(names[Contact].get(change.key) or told or GONE[Contact])
