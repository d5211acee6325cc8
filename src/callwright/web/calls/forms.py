"""A call in four fields: customer, when, minutes, who. The rest is folded away, inferred or left out."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final, cast

from django import forms

from callwright.web.accounts.models import Member
from callwright.web.calls import choices
from callwright.web.calls.checks import LONGEST_OTHERS, check_year
from callwright.web.calls.clock import Hour, kind_of, minute_of, moment, on_the_wall
from callwright.web.calls.errors import CallRefused
from callwright.web.calls.models import LONGEST, Call, Channel
from callwright.web.calls.queries import overlapping
from callwright.web.calls.recurrence import EVERY
from callwright.web.customers.fields import DayField
from callwright.web.customers.models import Customer
from callwright.web.sent import key_in, slips

SLIP: Final = {
    "no_customer": "Which customer is it? Tap one, or type a name; a new one is added.",
    "gone": "That customer is no longer there. Choose another, or type the name anew.",
    "day": "A day is written as in 9/3/2026.",
    "time": "A time is written as in 14:30.",
    "minutes": f"A call takes a whole number of minutes from 1 to {LONGEST}.",
    "skipped": "The clocks go forward over {time} on that day, so it does not exist. The next that does is {next}.",
    "twice": "The clocks go back on that day, and {time} comes twice. Which of the two?",
}

LONG: Final = {"max_length": "That has %(show_value)d characters; %(limit_value)d is the most that is kept."}
GONE: Final = {
    "invalid_choice": "One of the things chosen is no longer there. Look once more.",
    "invalid": SLIP["minutes"],
}


class CallForm(forms.Form):
    """What is asked of a call. Fields that offer what is there are filled by the template from `offers`."""

    use_required_attribute = False

    known = forms.CharField(required=False)
    """Key of a customer that was tapped; it goes before the name."""
    customer = forms.CharField(required=False, max_length=200, error_messages=LONG)
    seen = forms.CharField(required=False)
    """When a call began as its form was opened, as `minute_of` has it: so that it is moved on purpose alone."""
    day = DayField(error_messages={"required": SLIP["day"], "invalid": SLIP["day"]})
    time = forms.TimeField(error_messages={"required": SLIP["time"], "invalid": SLIP["time"]})
    second = forms.ChoiceField(required=False, choices=[("no", "The first"), ("yes", "The second")])
    minutes = forms.IntegerField(required=False, error_messages=GONE)
    other_minutes = forms.IntegerField(required=False, error_messages={"invalid": SLIP["minutes"]})
    who = forms.TypedMultipleChoiceField(required=False, coerce=int, error_messages=GONE)
    others = forms.CharField(required=False, max_length=LONGEST_OTHERS, error_messages=LONG)
    opportunity = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, error_messages=GONE)
    product = forms.TypedChoiceField(required=False, coerce=int, empty_value=None, error_messages=GONE)
    channel = forms.ChoiceField(required=False, choices=[("", ""), *Channel.choices])
    first_meeting = forms.ChoiceField(required=False, choices=[("", ""), ("yes", "Yes"), ("no", "No")])
    joined = forms.TypedMultipleChoiceField(required=False, coerce=int, error_messages=GONE)
    every = forms.ChoiceField(required=False, choices=[("", "Once"), *EVERY.items()])
    until = DayField(required=False, error_messages={"invalid": SLIP["day"]})

    def __init__(self, member: Member, data: Any = None, *, call: Call | None = None, **kwargs: Any) -> None:
        """call: the one that is changed; its customer stays."""
        super().__init__(data, **kwargs)
        self.member, self.call = member, call
        self.found = call.customer if call else self._customer_chosen()
        self.offers = Offers(member, self.found, call)
        for name, offered in self.offers.keys().items():
            cast(forms.ChoiceField, self.fields[name]).choices = [(key, "") for key in offered]

    def clean(self) -> dict[str, Any]:
        """The fields, with `starts` and `minutes` settled."""
        cleaned: dict[str, Any] = super().clean() or {}
        if self.found is None and str(self._said("known")).strip():
            self.add_error("customer", SLIP["gone"])
        elif self.found is None and not self.new_name():
            self.add_error("customer", SLIP["no_customer"])
        minutes = cleaned.get("other_minutes") or cleaned.get("minutes") or 30
        if not 1 <= minutes <= LONGEST:
            self.add_error("other_minutes", SLIP["minutes"])
        cleaned["minutes"] = minutes
        if cleaned.get("day") and cleaned.get("time"):
            cleaned["starts"] = self._starts(dt.datetime.combine(cleaned["day"], cleaned["time"]))
        return cleaned

    def new_name(self) -> str:
        """The name of a customer who is not there yet, or nothing."""
        return "" if self.found is not None else " ".join(str(self._said("customer")).split())

    def twice(self) -> bool:
        """Whether the hour that was asked for comes twice, so that one of the two is to be chosen."""
        day, time = self.cleaned_data.get("day"), self.cleaned_data.get("time")
        return day is not None and time is not None and kind_of(dt.datetime.combine(day, time)) is Hour.TWICE

    def details(self) -> dict[str, Any]:
        """What `plan_call` and `change_call` take beside customer and time."""
        chosen, offers = self.cleaned_data, self.offers
        return {
            "contacts": [one for one in offers.people if one.pk in chosen["who"]],
            "others": chosen["others"],
            "opportunity": next((one for one in offers.opportunities if one.pk == chosen["opportunity"]), None),
            "product": next((one for one in offers.products if one.pk == chosen["product"]), None),
            "channel": chosen["channel"],
            "first_meeting": {"yes": True, "no": False}.get(chosen["first_meeting"]),
            "joined": [one for one in offers.colleagues if one.pk in chosen["joined"]],
        }

    def alike(self) -> list[Call]:
        """Calls on the same customer at that time: perhaps the same one."""
        if self.found is None:
            return []
        asked = self.cleaned_data
        return overlapping(self.found, asked["starts"], asked["minutes"], self.member, self.call)

    def moves(self) -> bool:
        """Whether the time was changed from the one that the form was opened with, whatever happened to it since."""
        starts: dt.datetime = self.cleaned_data["starts"]
        return minute_of(starts) != str(self.cleaned_data["seen"])

    def slips(self) -> list[str]:
        """What was wrong, in words, each once."""
        return slips(self)

    def _starts(self, wall: dt.datetime) -> dt.datetime | None:
        try:
            check_year(wall)
        except CallRefused as refused:
            self.add_error("day", str(refused))
            return None
        kind, shown = kind_of(wall), f"{wall:%H:%M}"
        if kind is Hour.SKIPPED:
            self.add_error("time", SLIP["skipped"].format(time=shown, next=f"{on_the_wall(moment(wall)):%H:%M}"))
        if kind is Hour.TWICE and not self.cleaned_data.get("second"):
            self.add_error("second", SLIP["twice"].format(time=shown))
        return moment(wall, second=self.cleaned_data.get("second") == "yes")

    def _customer_chosen(self) -> Customer | None:
        known = str(self._said("known")).strip()
        if known:
            key = key_in(known)
            return None if key is None else choices.customer_of(self.member, key)
        name = str(self._said("customer"))
        return choices.customer_named(self.member, name) if name.strip() else None

    def _said(self, name: str) -> Any:
        """What a field holds, before it is checked."""
        value = self[name].value()
        return "" if value is None else value


class Offers:
    """What a call on this customer can be planned with; for a customer who is not there yet, little.

    Who sees the call and not its customer is offered what the call has already.
    """

    def __init__(self, member: Member, customer: Customer | None, call: Call | None = None) -> None:
        known = customer if call is None or call.customer_seen else None
        self.people = choices.people_of(known) if known else list(call.contacts.all()) if call else []
        self.opportunities = choices.open_opportunities(known) if known else []
        if call and call.opportunity and call.opportunity not in self.opportunities:
            self.opportunities.append(call.opportunity)
        self.products = choices.products_of(member)
        self.colleagues = choices.colleagues(member, call)

    def keys(self) -> dict[str, list[int]]:
        """The keys that each field takes."""
        offered: dict[str, list[Any]] = {
            "who": self.people, "opportunity": self.opportunities, "product": self.products, "joined": self.colleagues,
        }  # fmt: skip
        return {name: [row.pk for row in rows] for name, rows in offered.items()}
