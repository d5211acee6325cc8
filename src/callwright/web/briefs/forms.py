"""What a member wants mailed."""

from __future__ import annotations

from typing import Any, Final

from django import forms

from callwright.web.briefs.models import MailWish

MINUTES: Final = ((15, "15 minutes"), (30, "30 minutes"), (60, "1 hour"), (120, "2 hours"), (240, "4 hours"))


class MailForm(forms.ModelForm[MailWish]):
    """When, and where."""

    minutes = forms.ChoiceField(choices=MINUTES, required=False, label="How long before")

    class Meta:
        model = MailWish
        fields = ["when", "minutes", "at", "address", "remind"]
        labels = {
            "when": "The brief of each call",
            "at": "At what time",
            "address": "Where to",
            "remind": "Also, on working days at that time: what customers promised by today, and calls to debrief",
        }
        widgets = {
            "when": forms.RadioSelect,
            "at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "address": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        error_messages = {
            "address": {"required": "Mail needs an address, as in dana@example.com.",
                        "invalid": "That is no address yet; one looks like dana@example.com."},
            "at": {"required": "A time of day, as in 07:00.", "invalid": "A time of day looks like 07:00."},
        }  # fmt: skip

    def clean_minutes(self) -> int:
        """An hour where nothing was chosen."""
        return int(self.cleaned_data.get("minutes") or 60)

    def wish(self) -> dict[str, Any]:
        """What was said, for the action."""
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
