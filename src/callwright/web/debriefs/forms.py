"""The debrief's form: one part an objective, one a promise, and the rest. Every part but an outcome may stay empty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from callwright.web.calls.actions import YEARS
from callwright.web.calls.clock import moment
from callwright.web.calls.models import Call
from callwright.web.checking.forms import minutes_field
from callwright.web.debriefs.days import beside, day_in, taps, without_day
from callwright.web.debriefs.held import day_of, held_objectives
from callwright.web.debriefs.models import Result
from callwright.web.debriefs.result import CALLED
from callwright.web.debriefs.said import LEARNED, OfObjective, Promised, Said
from callwright.web.plans.models import Outcome
from callwright.web.sent import key_in, slips

LONGEST: Final = 2000
"""The most characters that one field takes."""
SPARE: Final = 3
"""Empty places for promises beside those that are filled."""
MOST: Final = 20
"""The most promises that one call brings."""

PLAIN: Final = forms.TextInput(attrs={"placeholder": " "})
"""With a placeholder of nothing, by which the style sheet knows whether something is typed."""


def words(label: str, **more: Any) -> forms.CharField:
    """A field for a few words, which may stay empty."""
    long = f"“{label}” takes up to {LONGEST} characters. Yours are all still here."
    return forms.CharField(required=False, label=label, max_length=LONGEST, error_messages={"max_length": long}, **more)


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
    """One thing that the customer will do, and by when."""

    use_required_attribute = False

    id = forms.IntegerField(required=False)
    text = words("Next, the customer will …", widget=PLAIN)
    by = forms.DateField(required=False)
    """A day that was tapped."""
    on = forms.DateField(
        required=False,
        label="or by",
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": "That is no day of the calendar. Write it as in 2026-12-01, or tap one."},
    )
    """Another day."""
    who = forms.TypedChoiceField(required=False, label="Who", coerce=int, empty_value=None)

    def __init__(self, call: Call, today: dt.date, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.call, self.today = call, today
        self.people = list(call.contacts.all())
        self.fields["who"].choices = [("", "Somebody there"), *((one.pk, str(one)) for one in self.people)]  # type: ignore[attr-defined]

    def days(self) -> list[tuple[str, str, str]]:
        """The days to tap: value, name, and the day itself where the name does not say it."""
        chosen = self._tapped()
        known = [(tap.name, tap.day) for tap in taps(self.today)]
        if chosen and chosen not in [day for _, day in known]:
            known.append(("", chosen))
        return [(day.isoformat(), name, beside(name, day, self.today)) for name, day in known]

    def chosen(self) -> str:
        """The day that is tapped, as its value; empty for none."""
        day = self._tapped()
        return day.isoformat() if day else ""

    def clean_on(self) -> dt.date | None:
        """A day within reach."""
        day: dt.date | None = self.cleaned_data["on"]
        if day and not YEARS[0] <= day.year < YEARS[1]:
            raise forms.ValidationError(f"The year {day.year} is out of the calendar.")
        if day and day < day_of(self.call):
            raise forms.ValidationError("That day was before the call. By when will they do it?")
        return day

    def said(self) -> Promised | None:
        """What was promised; a day that the words name counts where none was tapped. None for no words."""
        self.is_valid()
        get = self.cleaned_data.get
        text = str(get("text") or "").strip()
        due = get("on") or get("by") or day_in(text, day_of(self.call))
        sole = self.people[0] if len(self.people) == 1 else None
        who = get("who") or (sole.pk if sole else None)
        return Promised(without_day(text, due, day_of(self.call)), due, who, get("id")) if text else None

    def _tapped(self) -> dt.date | None:
        try:
            return dt.date.fromisoformat(str(self["by"].value() or ""))
        except ValueError:
            return None


class RestForm(forms.Form):
    """All else."""

    use_required_attribute = False

    refused = forms.BooleanField(required=False, label="They said no")
    decides = words("Who decides, and how", widget=forms.Textarea(attrs={"rows": 2}))
    money = words("Money", widget=forms.Textarea(attrs={"rows": 2}))
    other = words("Something else", widget=forms.Textarea(attrs={"rows": 2}))
    opening = words("Something else to sell", widget=forms.Textarea(attrs={"rows": 2}))
    minutes_taken = minutes_field("How many minutes it took")
    result = forms.ChoiceField(
        required=False, choices=[("", "as proposed"), *Result.choices], widget=forms.RadioSelect, label="The call was"
    )
    afterwards = words("What did you want of this call?")
    seen = forms.CharField(required=False, widget=forms.HiddenInput)


class DebriefForm:
    """All parts together, filled from what was sent, from a draft, or from what is kept: one mapping of their names.

    complete: whether every objective must have its outcome, as when it is sent to be saved.
    """

    def __init__(self, call: Call, today: dt.date, data: Mapping[str, Any], *, complete: bool = False) -> None:
        # One value each; as a plain mapping, what was sent and what was kept are alike.
        data = data.dict() if isinstance(data, QueryDict) else data
        self.call, self.objectives, self.data = call, held_objectives(call), data
        self.told = [(one, ObjectiveForm(data, prefix=f"o{one.pk}")) for one in self.objectives]
        self.of_afterwards = ObjectiveForm(data, prefix="a")
        for asked in (*(form for _, form in self.told), self.of_afterwards):
            asked.fields["outcome"].required = complete
        self.promises = [PromiseForm(call, today, data, prefix=f"p{place}") for place in _places(data)]
        self.rest = RestForm({"result": "", **data})

    @cached_property
    def parts(self) -> list[forms.Form]:
        """Every form that must be right before it is saved."""
        stated = [self.of_afterwards] if self.rest["afterwards"].value() else []
        return [*(form for _, form in self.told), *stated, *self.promises, self.rest]

    def is_valid(self) -> bool:
        """Whether all of it can be saved."""
        return not self.slips()

    def slips(self) -> list[str]:
        """What keeps it from being saved, each once."""
        return slips(*self.parts)

    def said(self) -> Said:
        """What was said, as far as it can be read."""
        self.rest.is_valid()
        rest = self.rest.cleaned_data
        return Said(
            objectives={held.pk: form.said() for held, form in self.told},
            promises=tuple(filter(None, (form.said() for form in self.promises))),
            refused=rest.get("refused", False),
            learned={topic: rest.get(topic, "") for topic in LEARNED},
            opening=rest.get("opening", ""),
            result=rest.get("result", ""),
            minutes_taken=rest.get("minutes_taken"),
            afterwards=rest.get("afterwards", ""),
            of_afterwards=self.of_afterwards.said(),
        )

    def untouched(self) -> bool:
        """Whether nothing has been answered yet."""
        nothing = Said(
            objectives={held.pk: OfObjective() for held in self.objectives}, learned=dict.fromkeys(LEARNED, "")
        )
        return self.said() == nothing

    def says(self) -> str:
        """The result that the rep says it was, as it reads after "You say"; empty where it is as proposed."""
        return {str(name): called for name, called in CALLED.items()}.get(self.said().result, "")

    def look_again(self, saved_at: dt.datetime | None) -> None:
        """From now on the form is that of somebody who knows what was saved then."""
        self.rest = RestForm({**self.data, "seen": _stamp(saved_at)})

    def seen(self) -> dt.datetime | None:
        """When the debrief had been saved that the rep looked at; None for never."""
        try:
            return parse_datetime(str(self.rest["seen"].value() or ""))
        except ValueError:
            return None


def fields_of(call: Call) -> dict[str, Any]:
    """What a saved debrief says, by the names of the form's fields, so that it can be changed."""
    debrief = call.debrief
    fields: dict[str, Any] = {**debrief.learned, "opening": debrief.opening, "seen": _stamp(debrief.saved_at)}
    fields["result"] = debrief.result if debrief.result != debrief.proposed else ""
    fields["minutes_taken"] = "" if debrief.minutes_taken is None else debrief.minutes_taken
    if debrief.refused:
        fields["refused"] = "on"
    for one in held_objectives(call):
        fields |= {f"o{one.pk}-outcome": one.objective.outcome, f"o{one.pk}-evidence": one.objective.evidence}
    for place, promise in enumerate(call.commitments.all()):
        kept = {"id": promise.pk, "text": promise.text, "by": promise.due or "", "who": promise.contact_id or ""}
        fields |= {f"p{place}-{name}": str(value) for name, value in kept.items()}
    return fields


def _stamp(moment: dt.datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _places(data: Mapping[str, Any]) -> range:
    """The places for promises: up to the last that is filled, and some to spare."""
    filled = [place for place in range(MOST) if data.get(f"p{place}-text")]
    return range(min(MOST, max(filled, default=-1) + 1 + SPARE))


class ChangesForm(forms.Form):
    """How the rep changed an offer before accepting it."""

    stage = forms.IntegerField(required=False)
    text = words("Objective")
    starts = forms.CharField(required=False)

    def clean_starts(self) -> str:
        """A moment, read by the clock on the wall."""
        typed = self.cleaned_data["starts"]
        try:
            return moment(dt.datetime.fromisoformat(typed)).isoformat() if typed else ""
        except (ValueError, OverflowError):
            raise forms.ValidationError("Write date and time as in 2026-12-01 14:00.") from None

    def changes(self) -> dict[str, Any]:
        """What differs from what was offered; what is left empty does not."""
        return {name: value for name, value in self.cleaned_data.items() if value}


class ManyForm(forms.Form):
    """Several calls at once: those that are marked, or all that are shown."""

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        self.sent = data

    def keys(self) -> list[int]:
        """The calls that are meant."""
        wanted = self.sent.getlist("shown" if self.sent.get("all") else "call")
        return [key for key in map(key_in, wanted) if key is not None]

    def how(self) -> str:
        """What became of them."""
        return str(self.sent.get("how", ""))
