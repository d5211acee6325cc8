"""What pages of debriefs send: one debrief as a whole, changes of an offer, and calls marked in the list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

from django import forms
from django.http import QueryDict
from django.utils.dateparse import parse_datetime

from callwright.web.calls.clock import moment
from callwright.web.calls.models import Call
from callwright.web.debriefs.held import Held, held_objectives
from callwright.web.debriefs.parts import ObjectiveForm, PromiseForm, RestForm, words
from callwright.web.debriefs.result import CALLED
from callwright.web.debriefs.said import LEARNED, OfObjective, Said
from callwright.web.sent import key_in, slips

SPARE: Final = 3
"""Empty places for promises beside those that are filled."""
MOST: Final = 20
"""The most promises that one call brings."""
OF_ONE: Final = re.compile(r"o\d+-evidence")
"""The field for what shows the outcome of one objective."""


class DebriefForm:
    """All parts together, filled from what was sent, from a draft, or from what is kept: one mapping of their names.

    complete: whether every objective must have its outcome, as when it is sent to be saved.
    """

    def __init__(self, call: Call, today: dt.date, data: Mapping[str, Any], *, complete: bool = False) -> None:
        self.objectives = held_objectives(call)
        # One value each; as a plain mapping, what was sent and what was kept are alike.
        self.data = data = _stated_once(data.dict() if isinstance(data, QueryDict) else data, self.objectives)
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

    def slips(self) -> list[str]:
        """What keeps it from being saved, each once."""
        return [*slips(*self.parts), *self._of_none()]

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

    def _of_none(self) -> list[str]:
        """What was said of an objective that is no longer there: named once, so that no word of it is lost unseen."""
        there = {f"o{one.pk}-evidence" for one in self.objectives}
        gone = [text for name, text in self.data.items() if OF_ONE.fullmatch(name) and text and name not in there]
        return [
            f"An objective was taken out of the plan meanwhile. You had written of it: “{text}”. Save again without it."
            for text in gone
        ]


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


def _stamp(when: dt.datetime | None) -> str:
    return when.isoformat() if when else ""


def _stated_once(data: Mapping[str, Any], objectives: Sequence[Held]) -> Mapping[str, Any]:
    """The fields where an objective that they state afterwards is kept by now: sent twice, it is not two."""
    text = str(data.get("afterwards", "")).strip()
    kept = next((one for one in objectives if text and one.afterwards and one.text == text), None)
    if kept is None:
        return data
    came = {f"o{kept.pk}-{name}": data.get(f"a-{name}", "") for name in ("outcome", "evidence")}
    return {**came, **data, "afterwards": "", "a-outcome": "", "a-evidence": ""}


def _places(data: Mapping[str, Any]) -> range:
    """The places for promises: up to the last that is filled, and some to spare."""
    filled = [place for place in range(MOST) if data.get(f"p{place}-text")]
    return range(min(MOST, max(filled, default=-1) + 1 + SPARE))


class ChangesForm(forms.Form):
    """How the rep changed an offer before accepting it."""

    stage = forms.IntegerField(required=False)
    text = words("What is offered")
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
