"""What sign-up asks beside address and password."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest

from callwright.web.accounts.models import Person
from callwright.web.people.forms.fields import NAME, line


class SignUp(forms.Form):
    """The person's name; allauth puts its own fields after it."""

    name = line("Your name", "By what name do the others know you?", most=NAME, autocomplete="name")

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Keeps it."""
        user.first_name, user.last_name = self.cleaned_data["name"], ""
        user.save(update_fields=["first_name", "last_name"])
