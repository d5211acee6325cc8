"""The fields that several of the forms ask for, with what is said where one is left empty."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.core.validators import MaxLengthValidator

NAME: Final = 150
"""Characters of a person's name."""

ADDRESS: Final = 254
"""Characters of an address (RFC 5321)."""

NO_ADDRESS: Final = "That address lacks something: name@firm.example."


def line(label: str, needed: str, *, most: int, autocomplete: str = "off") -> forms.CharField:
    """One line that has to be filled in. needed: what is said where it is empty; most: characters."""
    limit = MaxLengthValidator(most, f"{label}: at most {most} characters are kept; this has %(show_value)d.")
    widget = forms.TextInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, validators=[limit], error_messages={"required": needed})


def address(label: str = "E-mail", autocomplete: str = "email") -> forms.EmailField:
    """A mail address, in small letters."""
    return Address(label, autocomplete)


class Address(forms.EmailField):
    """A mail address; what comes out is in small letters."""

    def __init__(self, label: str, autocomplete: str) -> None:
        super().__init__(
            label=label,
            max_length=ADDRESS,
            widget=forms.EmailInput(attrs={"autocomplete": autocomplete}),
            error_messages={"required": "An address is needed.", "invalid": NO_ADDRESS, "max_length": NO_ADDRESS},
        )

    def clean(self, value: Any) -> str:
        """The address, in small letters."""
        return str(super().clean(value)).lower()


def new_password() -> forms.CharField:
    """A password to be kept; whether it is hard enough to guess is for the action to say."""
    return forms.CharField(
        label="Password",
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "A password is needed."},
    )
