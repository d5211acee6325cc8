"""The parts of the debrief's form: one an objective, one a promise, and the rest. All but an outcome may stay empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from django import forms

from callwright.web.calls.actions import YEARS
from callwright.web.calls.models import Call
from callwright.web.checking.forms import minutes_field
from callwright.web.customers.models import Topic
from callwright.web.debriefs.dates import day_in, without_day
from callwright.web.debriefs.days import beside, taps
from callwright.web.debriefs.days import said as in_words
from callwright.web.debriefs.held import day_of
from callwright.web.debriefs.models import Result
from callwright.web.debriefs.said import LEARNED, OfObjective, Promised
from callwright.web.plans.models import Outcome

LONGEST: Final = 2000
"""The most characters that one field takes."""

ASKED: Final = ("decides", "money", "other")
"""The topics that are asked about; the others are shown where something is known of them."""

MEANT: Final = {
    "order": "they bought",
    "advance": "they act, with a date",
    "continuation": "it goes on, without a date",
    "no_sale": "they said no",
}
"""What each result means."""

PLAIN: Final = forms.TextInput(attrs={"placeholder": " "})
"""With a placeholder of nothing, by which the style sheet knows whether something is typed."""


def words(label: str, *, rows: int = 0, **more: Any) -> forms.CharField:
    """A field for a few words, which may stay empty; rows: of a field for more than a line."""
    long = f"“{label}” takes up to {LONGEST} characters. Yours are all still here."
    if rows:
        more["widget"] = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(required=False, label=label, max_length=LONGEST, error_messages={"max_length": long}, **more)


def day_field(label: str, **more: Any) -> forms.DateField:
    """A field for a day, which may stay empty."""
    wrong = "That is no day of the calendar. Write it as in 2026-12-01, or tap one."
    return forms.DateField(required=False, label=label, error_messages={"invalid": wrong}, **more)


class ObjectiveForm(forms.Form):
    """What came of one objective."""

    use_required_attribute = False

    outcome = forms.ChoiceField(
        choices=Outcome.choices, widget=forms.RadioSelect, error_messages={"required": "Tap what came of it."}
    )
    evidence = words("What shows it?", widget=PLAIN)

    def said(self) -> OfObjective:
        """What was said, as far as it can be read."""
        self.is_valid()
        return OfObjective(self.cleaned_data.get("outcome", ""), self.cleaned_data.get("evidence", ""))


class PromiseForm(forms.Form):
    """One thing that the customer will do, and by when: a day that was tapped (by), or another (on)."""

    use_required_attribute = False

    id = forms.IntegerField(required=False)
    text = words("Next, the customer will …", widget=PLAIN)
    by = day_field("by")
    on = day_field("or by", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    who = forms.TypedChoiceField(
        required=False,
        label="Who",
        coerce=int,
        empty_value=None,
        error_messages={"invalid_choice": "That person is no longer on this call. Choose again who will do it."},
    )

    def __init__(self, call: Call, today: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held_on, self.today = day_of(call), today
        promised = (one.contact for one in call.commitments.all() if one.contact)
        self.people = list(dict.fromkeys([*call.contacts.all(), *promised]))
        self.fields["who"].choices = [("", "Somebody there"), *((one.pk, str(one)) for one in self.people)]  # type: ignore[attr-defined]

    def days(self) -> Iterator[tuple[str, str, str]]:
        """The days to tap: value, name, and the day itself where the name does not say it."""
        named = {tap.day: tap.name for tap in taps(self.today)}
        tapped = self._tapped()
        for day, name in {**named, **({tapped: named.get(tapped, "")} if tapped else {})}.items():
            yield day.isoformat(), name, beside(name, day, self.today)

    def chosen(self) -> str:
        """The day that is tapped, as its value; empty for none."""
        tapped = self._tapped()
        return tapped.isoformat() if tapped else ""

    def shown(self) -> bool:
        """Whether the page that sent this has a place for it."""
        return self.add_prefix("text") in self.data

    def written(self) -> str:
        """The day that the words name, in few words; empty for none."""
        day = day_in(str(self["text"].value() or ""), self.held_on)
        return in_words(day, self.today) if day else ""

    def clean_by(self) -> dt.date | None:
        """A day within reach."""
        return self._within_reach(self.cleaned_data["by"])

    def clean_on(self) -> dt.date | None:
        """A day within reach."""
        return self._within_reach(self.cleaned_data["on"])

    def said(self) -> Promised | None:
        """What was promised; a day that the words name counts where none was tapped. None for no words."""
        self.is_valid()
        get = self.cleaned_data.get
        text = str(get("text") or "")
        due = get("on") or get("by") or day_in(text, self.held_on)
        sole = self.people[0].pk if len(self.people) == 1 else None
        return Promised(without_day(text, due, self.held_on), due, get("who") or sole, get("id")) if text else None

    def _within_reach(self, day: dt.date | None) -> dt.date | None:
        if day and not YEARS[0] <= day.year < YEARS[1]:
            raise forms.ValidationError(f"The year {day.year} is out of the calendar.")
        if day and day < self.held_on:
            raise forms.ValidationError("That day was before the call. By when will they do it?")
        return day

    def _tapped(self) -> dt.date | None:
        try:
            return dt.date.fromisoformat(str(self["by"].value() or ""))
        except ValueError:
            return None


class RestForm(forms.Form):
    """All else. seen: when the debrief that the rep looked at had been saved."""

    use_required_attribute = False

    refused = forms.BooleanField(required=False, label="They said no")
    opening = words("Something else to sell", rows=2)
    minutes_taken = minutes_field("How many minutes it took")
    result = forms.ChoiceField(
        required=False, choices=[("", "as proposed"), *Result.choices], widget=forms.RadioSelect, label="The call was"
    )
    afterwards = words("What did you want of this call?")
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {topic: words(Topic(topic).label, rows=2) for topic in LEARNED}

    def topics(self) -> Iterator[tuple[str, forms.BoundField]]:
        """What may be learned: the name under which it is folded, and its field."""
        for topic in LEARNED:
            if topic in ASKED or self[topic].value():
                label = Topic(topic).label
                yield {"decides": "who decides", "other": "other"}.get(topic, label.lower()), self[topic]

    def results(self) -> Iterator[tuple[Any, str]]:
        """The results that a person may say it was: the tap of each, and what it means."""
        for radio in self["result"]:
            yield radio, MEANT.get(radio.data["value"], "")
