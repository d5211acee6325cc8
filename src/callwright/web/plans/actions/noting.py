"""The short notes beside the objectives: lists of lines, into which every tab's lines find their way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.db import transaction

from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.plans.errors import PlanRefused

NOTES: Final = ("to_ask", "objections", "to_bring")
"""What to ask, what they may object, what to bring: fields of the call."""
LONGEST: Final = 5_000


def save_notes(*, call: Call, notes: Mapping[str, str], seen: Mapping[str, str] | None = None, by: Member) -> Call:
    """The call with these notes; those left out stay.

    seen: the notes as they were when the writing began. Lines that came in elsewhere since then stay, and those taken
    out here go. Raises PlanRefused for far too much text.
    """
    for name in NOTES:
        if len(notes.get(name, "")) > LONGEST:
            raise PlanRefused(f"Notes take up to {LONGEST:,} characters. Keep the lines that you will look at.")
    with transaction.atomic():
        now = Call.objects.select_for_update().get(pk=call.pk)
        for name in NOTES & notes.keys():
            kept = getattr(now, name)
            setattr(call, name, merged((seen or {}).get(name, kept), notes[name], kept))
        if any(getattr(call, name) != getattr(now, name) for name in NOTES):
            call.save(update_fields=list(NOTES))
    return call


def merged(seen: str, mine: str, theirs: str) -> str:
    """Two lists of lines made one. Lines that I took out go, lines that I added come after theirs."""
    mine = mine.replace("\r\n", "\n").strip()
    if seen.strip() == theirs.strip():
        return mine
    before, now, there = (text.strip().splitlines() for text in (seen.replace("\r\n", "\n"), mine, theirs))
    stay = [line for line in there if line in now or line not in before]
    return "\n".join([*stay, *(line for line in now if line not in before and line not in there)])
