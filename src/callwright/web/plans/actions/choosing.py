"""Of several objectives one or two go along; the others wait in the notes, so that none is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    *, call: Call, keep: Sequence[Words], leave: Sequence[str], versions: Mapping[int, int], by: Member
) -> Call:
    """The call with these one or two objectives; what is left out goes among the notes of what to ask.

    versions: those of the objectives by position, as they were when the choice was offered. Those that stay are not
    touched. Raises Conflict as `save_objective` does, and PlanRefused for none or more than two.
    """
    if not 1 <= len(keep) <= KEY:
        raise PlanRefused("Choose one or two; the others wait in your notes.")
    there = {one.position: one for one in call.objectives.all()}
    wanted = {words.text.strip(): words for words in keep}
    stay = {place for place, one in there.items() if one.text in wanted}
    new = [words for text, words in wanted.items() if text not in {there[place].text for place in stay}]
    places = [place for place in range(1, KEY + 1) if place not in stay]
    for place, words in zip(places, new, strict=False):
        save_objective(call=call, position=place, version=versions.get(place, 0), by=by, **asdict(words))
    for place in places[len(new) :]:
        remove_objective(call=call, position=place, version=versions.get(place, 0), by=by)
    return _note(call, leave, by)


def _note(call: Call, leave: Sequence[str], by: Member) -> Call:
    call.refresh_from_db(fields=["to_ask"])
    lines = [call.to_ask, *(f"{LATER}{text.strip()}" for text in leave)]
    return save_notes(call=call, notes={"to_ask": "\n".join(filter(None, lines))}, by=by)
