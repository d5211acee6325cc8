"""What was kept when a page sent its words, and what to tell of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from callwright.web.plans.actions import Conflict, PlanRefused, remove_objective, save_notes, save_objective
from callwright.web.plans.actions.noting import NOTES
from callwright.web.plans.desk import THIRD, Desk
from callwright.web.plans.forms import PlanForm
from callwright.web.plans.models import Objective


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of the words that were sent. state: kept, conflict, refused, or none (there was nothing to keep).

    version: what the page writes on from now. seen: the notes as they are kept. said: why not, where it was refused.
    """

    state: str
    version: int
    seen: dict[str, str]
    objective: Objective | None = None
    conflict: Conflict | None = None
    said: str = ""


def keep(desk: Desk, form: PlanForm, *, pressed: bool) -> Kept:
    """Keeps the words of the form. pressed: by a button, so that an emptied line means that it goes.

    Never raises: a conflict or a refusal comes back in words, and nothing is overwritten.
    """
    version = form.on_version()
    try:
        save_notes(call=desk.call, notes=form.notes(), seen=form.seen(), by=desk.member)
        objective = _keep_objective(desk, form, pressed)
    except Conflict as told:
        return Kept("conflict", version, seen_now(desk), conflict=told)
    except PlanRefused as told:
        return Kept("refused", version, seen_now(desk), said=str(told))
    if objective is None:
        gone = pressed and not form.line().strip()
        return Kept("kept" if gone else "none", 0 if gone else version, seen_now(desk))
    desk.__dict__.pop("objectives", None)
    return Kept("kept", objective.version, seen_now(desk), objective)


def seen_now(desk: Desk) -> dict[str, str]:
    """The notes as they are kept."""
    return {name: getattr(desk.call, name) for name in NOTES}


def _keep_objective(desk: Desk, form: PlanForm, pressed: bool) -> Objective | None:
    words, version = form.words(), form.on_version()
    if desk.position == THIRD:
        return None  # there are two: one chooses first
    if words.text.strip():
        return save_objective(
            call=desk.call,
            position=desk.position,
            entry=form.said("entry"),
            version=version,
            by=desk.member,
            **asdict(words),
        )
    if pressed and version:
        remove_objective(call=desk.call, position=desk.position, version=version, by=desk.member)
    return None
