"""The form that opens the door, and the one that founds an organization."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from callwright.web.accounts.actions import found_organization, open_door
from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Member, Person
from callwright.web.people.forms.fields import NAME, address, line, new_password


class Founding(forms.Form):
    """The name of a new organization."""

    use_required_attribute = False
    organization = line(
        "Your organization", "What is it called? A team's name will do.", most=200, autocomplete="organization"
    )

    def found(self, person: Person) -> Member:
        """The organization, with that person as its admin."""
        return found_organization(name=self.cleaned_data["organization"], person=person)


class Opening(Founding):
    """What the personal workspace asks before others come in."""

    name = line("Your name", "By what name do the others know you?", most=NAME, autocomplete="name")
    email = address()
    password = new_password()

    def open(self, member: Member) -> Member | None:
        """Opens the door; None where something was missing, which the form then says."""
        if not self.is_valid():
            return None
        try:
            return open_door(member=member, **self.cleaned_data)
        except Refused as refusal:
            self.add_error(None, str(refusal))
        except ValidationError as weak:
            self.add_error("password", weak)
        return None
