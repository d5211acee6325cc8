"""Of several objectives one or two go along; the others wait in the notes, so that none is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Final

from django.db import transaction

from callwright.compose.choosing import KEY
from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.plans.actions.noting import save_notes
from callwright.web.plans.actions.saving import remove_objective, save_objective
from callwright.web.plans.errors import PlanRefused
from callwright.web.plans.words import Words

LATER: Final = "If there is time: "
"""How an objective that was left out begins among the notes."""


@transaction.atomic
def take_along(
    *,
    call: Call,
    keep: Sequence[Words],
    leave: Sequence[Words],
    versions: Mapping[int, int],
    entries: Mapping[str, str] | None = None,
    by: Member,
) -> Call:
    """The call with these one or two objectives; what is left out goes among the notes of what to ask.

    versions: those of the objectives by position, as they were when the choice was offered. entries: the suggestion
    behind a text, where there is one. Those that stay are not touched. Raises Conflict as `save_objective` does, and
    PlanRefused for none or more than two.
    """
    if not 1 <= len(keep) <= KEY:
        raise PlanRefused("Choose one or two; the others wait in your notes.")
    stay = {one.position: one.text for one in call.objectives.all() if one.text in {words.text for words in keep}}
    new = [words for words in keep if words.text not in stay.values()]
    places = [place for place in range(1, KEY + 1) if place not in stay]
    for place in places:  # first of all, so that a new line takes nothing over from the one before it
        remove_objective(call=call, position=place, version=versions.get(place, 0), by=by)
    for place, words in zip(places, new, strict=False):
        entry = (entries or {}).get(words.text, "")
        save_objective(call=call, position=place, entry=entry, by=by, **asdict(words))
    return _note(call, leave, by)


def _note(call: Call, leave: Iterable[Words], by: Member) -> Call:
    call.refresh_from_db(fields=["to_ask"])
    there = call.to_ask.splitlines()
    lines = dict.fromkeys([*there, *map(_later, leave)])
    return save_notes(call=call, notes={"to_ask": "\n".join(lines)}, by=by)


def _later(words: Words) -> str:
    """An objective on one line, with what was written beside it."""
    beside = {"if that fails": words.fallback, "shown by": words.measure}
    said = "; ".join(f"{name}: {text}" for name, text in beside.items() if text)
    return LATER + " ".join(f"{words.text} ({said})".split() if said else words.text.split())
