"""What one says of oneself."""

from __future__ import annotations

from functools import cache
from typing import Any, Final
from zoneinfo import available_timezones

from django import forms
from django.conf import settings

from callwright.web.accounts.models import Person
from callwright.web.people.forms.fields import NAME, line

REGIONS: Final = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")

HERE: Final = "As this server"


@cache
def zones() -> list[tuple[str, list[tuple[str, str]]]]:
    """The time zones by region, each with its name and how it reads."""
    found: dict[str, list[tuple[str, str]]] = {region: [] for region in REGIONS}
    for name in sorted(available_timezones()):
        region, _, place = name.partition("/")
        if region in found:
            found[region].append((name, place.replace("_", " ").replace("/", ", ")))
    return [("", [("", HERE), ("UTC", "UTC")]), *found.items()]


def languages() -> list[tuple[str, str]]:
    """The languages that pages can speak; empty where there is only one."""
    known = [(code, str(name)) for code, name in settings.LANGUAGES]
    return [("", "As the browser asks"), *known] if settings.USE_I18N and len(known) > 1 else []


class Oneself(forms.Form):
    """Name, time zone and language."""

    use_required_attribute = False
    name = line("Your name", "By what name do the others know you?", most=NAME, autocomplete="name")
    time_zone = forms.ChoiceField(
        label="Time zone", required=False, error_messages={"invalid_choice": "Choose one of the time zones."}
    )
    language = forms.ChoiceField(label="Language", required=False)

    def __init__(self, data: Any = None, *, person: Person) -> None:
        held = {"name": str(person), "time_zone": person.time_zone, "language": person.language}
        super().__init__(data, initial=held)
        self.person = person
        self.fields["time_zone"].choices = zones()  # type: ignore[attr-defined]
        self.fields["language"].choices = languages()  # type: ignore[attr-defined]
        if not languages():
            del self.fields["language"]

    def keep(self) -> bool:
        """Whether it was in order and is kept; else the form says what was not."""
        if not self.is_valid():
            return False
        said = self.cleaned_data
        self.person.first_name, self.person.last_name = said["name"], ""
        self.person.time_zone = said["time_zone"]
        self.person.language = said.get("language", self.person.language)
        self.person.save(update_fields=["first_name", "last_name", "time_zone", "language"])
        return True
