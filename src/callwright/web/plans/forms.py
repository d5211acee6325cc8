"""The form of the plan page: one objective with what belongs to it, and the short notes for the call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django import forms

from callwright.web.calls.models import Call
from callwright.web.checking.forms import LineField
from callwright.web.plans.actions.noting import NOTES
from callwright.web.plans.models import Kind, Objective
from callwright.web.plans.words import PARTS, Words

SEEN: Final = "seen_"
"""How the names of the fields begin that say what the notes were when the writing began."""


class PlanForm(forms.Form):
    """What is written on the page; nothing is asked for, and nothing that is typed here is ever called wrong."""

    use_required_attribute = False

    text = LineField()
    fallback = LineField()
    measure = LineField()
    category = forms.ChoiceField(required=False, choices=[("", "as it reads"), *Kind.choices])
    entry = forms.CharField(required=False, max_length=120)
    version = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1)
    to_ask = LineField()
    objections = LineField()
    to_bring = LineField()
    seen_to_ask = LineField()
    seen_objections = LineField()
    seen_to_bring = LineField()

    def said(self, name: str) -> str:
        """What a field holds; nothing where it holds what it cannot."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or "")

    def line(self) -> str:
        """The objective as it was typed."""
        return self.said("text")

    def words(self) -> Words:
        """The objective with what belongs to it."""
        return Words(**{part: self.said(part) for part in PARTS})

    def on_version(self) -> int:
        """The version that was in the page; 0 for none."""
        return int(self.said("version") or 0)

    def notes(self) -> dict[str, str]:
        """The notes that were sent."""
        return {name: self.said(name) for name in NOTES if name in self.data}

    def seen(self) -> dict[str, str]:
        """The notes as they were in the page when the writing began."""
        return {name: self.said(SEEN + name) for name in NOTES if SEEN + name in self.data}


def filled(call: Call, objective: Objective | None) -> dict[str, Any]:
    """What the form holds when the page is opened."""
    notes = {name: getattr(call, name) for name in NOTES}
    return {**notes, **{SEEN + name: text for name, text in notes.items()}, **_of(objective)}


def _of(objective: Objective | None) -> Mapping[str, Any]:
    if objective is None:
        return {"version": 0}
    return {name: getattr(objective, name) for name in (*PARTS, "entry", "version")}
