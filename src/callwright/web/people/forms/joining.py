"""What somebody new is asked who comes by an invitation."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Invitation, Member
from callwright.web.people.actions.inviting import sign_up
from callwright.web.people.forms.fields import NAME, line, new_password


class Joining(forms.Form):
    """Name and password; the address is that of the invitation."""

    use_required_attribute = False
    name = line("Your name", "By what name do the others know you?", most=NAME, autocomplete="name")
    password = new_password()

    def join(self, invitation: Invitation, *, verified: bool) -> Member | None:
        """The new member; None where something was missing, which the form then says."""
        if not self.is_valid():
            return None
        try:
            return sign_up(invitation=invitation, verified=verified, **self.cleaned_data)
        except Refused as refusal:
            self.add_error(None, str(refusal))
        except ValidationError as weak:
            self.add_error("password", weak)
        return None
