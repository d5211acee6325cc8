"""The page's form: the line, and what is known of the call. A slip in one field never costs the verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final

from django import forms

from callwright.context import call_from
from callwright.settings import Settings
from callwright.smart import Call
from callwright.web.checking.words import CHANNELS, STAGES
from callwright.web.sent import slips

UNKNOWN: Final = ("", "Not known")

IN_WORDS: Final[Mapping[str, Callable[[Any], str]]] = {
    "stage": lambda stage: STAGES[stage][0],
    "minutes": lambda minutes: "1 minute" if minutes == 1 else f"{minutes} minutes",
    "attendees": str,
    "first_meeting": {"yes": "first meeting", "no": "met before"}.__getitem__,
    "channel": lambda channel: CHANNELS[channel].lower(),
    "product": str,
}
"""How each thing known of the call reads on the line that sums it up."""


class LineField(forms.CharField):
    """The line as it was typed: any characters, blanks at its ends kept, line ends as one character."""

    def __init__(self) -> None:
        super().__init__(required=False, strip=False, label="By the end of this call …")
        self.validators = []

    def to_python(self, value: Any) -> str:
        """The text with `\\r\\n`, as browsers send it, made `\\n`, and null characters made visible."""
        return str(value or "").replace("\r\n", "\n").replace("\x00", "\N{REPLACEMENT CHARACTER}")


def minutes_field(label: str) -> forms.IntegerField:
    """A field for minutes, which may stay empty."""
    said = "Minutes take a whole number from 1 to 1440, or nothing."
    wrong = dict.fromkeys(("invalid", "min_value", "max_value"), said)
    return forms.IntegerField(required=False, label=label, min_value=1, max_value=1440, error_messages=wrong)


class LineForm(forms.Form):
    """A line and the call that it is for; every field may be left empty."""

    use_required_attribute = False

    text = LineField()
    stage = forms.ChoiceField(
        required=False,
        label="Where the customer stands",
        choices=[UNKNOWN, *((name, f"{title}: {means}") for name, (title, means) in STAGES.items())],
    )
    minutes = minutes_field("Minutes")
    attendees = forms.CharField(required=False, label="Who attends", max_length=500)
    first_meeting = forms.ChoiceField(
        required=False, label="First meeting", choices=[UNKNOWN, ("yes", "Yes"), ("no", "No, we have met")]
    )
    channel = forms.ChoiceField(required=False, label="How you meet", choices=[UNKNOWN, *CHANNELS.items()])
    product = forms.CharField(required=False, label="What you sell", max_length=200)

    def known(self) -> dict[str, Any]:
        """What is known of the call, field by field; those left empty or with a slip are left out."""
        self.is_valid()
        values = {name: self.cleaned_data.get(name) for name in IN_WORDS}
        return {name: value for name, value in values.items() if value not in (None, "")}

    def line(self) -> str:
        """The line."""
        self.is_valid()
        return str(self.cleaned_data.get("text", ""))

    def known_in_words(self) -> str:
        """What is known of the call on one line, as in 'Evaluation · 30 minutes · CFO'; empty where nothing is."""
        return " · ".join(IN_WORDS[name](value) for name, value in self.known().items())

    def slips(self) -> list[str]:
        """What was wrong with a field, in words."""
        return slips(self)


def call_of(form: LineForm, settings: Settings, today: dt.date) -> Call:
    """The call that a form describes; `today` is what relative dates are read against."""
    return call_from({**form.known(), "today": today}, stages=settings.stages)


def usual(settings: Settings) -> Mapping[str, Any]:
    """What the form holds at first: what a team's settings say of every call, as the fields show it."""
    call = call_from(settings.context, stages=settings.stages)
    met = {True: "yes", False: "no", None: ""}[call.first_meeting]
    people = ", ".join(call.attendees)
    shown = {name: getattr(call, name) or "" for name in ("stage", "minutes", "channel", "product")}
    return {**shown, "first_meeting": met, "attendees": people}
