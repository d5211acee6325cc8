"""What browsers send, read the same way by every app: keys of rows, addresses, and what was wrong with a form."""

from __future__ import annotations

from typing import Final

from django import forms
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST_KEY: Final = 18
"""Digits; no key of a row has more."""


def key_in(text: str) -> int | None:
    """The key that a form sent, or None for nonsense."""
    return int(text) if text.isdecimal() and len(text) <= LONGEST_KEY else None


def own_address(text: str) -> str:
    """An address of this site, as the way back from a form; empty for any other."""
    return text if url_has_allowed_host_and_scheme(text, allowed_hosts=None) else ""


def slips(*sent: forms.Form) -> list[str]:
    """What was wrong with these forms, in words, each once."""
    found = (str(message) for form in sent for messages in form.errors.values() for message in messages)
    return list(dict.fromkeys(found))
