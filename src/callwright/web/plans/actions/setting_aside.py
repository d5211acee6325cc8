"""The rep may disagree: a finding is set aside with a reason, which is kept and counted against its rule."""

from __future__ import annotations

from typing import Final

from callwright.smart.rules import rule
from callwright.web.accounts.models import Member
from callwright.web.plans.errors import PlanRefused
from callwright.web.plans.models import Objective, SetAside

LONGEST: Final = 500


def set_aside(
    *, objective: Objective, code: str, reason: str, words: str = "", for_good: bool = False, by: Member
) -> SetAside:
    """A finding set aside, for this objective or for all of the organization's. words: what the finding pointed at.

    Raises PlanRefused without a reason, for one that is too long, and for a rule that is not there.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise PlanRefused("Say in a few words why this does not apply. It is kept, and it helps to mend the rule.")
    if len(reason) > LONGEST:
        raise PlanRefused(f"A reason takes up to {LONGEST} characters. The first sentence is enough.")
    made: SetAside = SetAside.objects.create(
        organization_id=objective.organization_id,
        code=_known(code),
        line="" if for_good else objective.text,
        words=words,
        reason=reason,
        objective=objective,
        by=by,
    )
    return made


def take_back(*, member: Member, key: int) -> SetAside | None:
    """The finding counts again; anybody in the organization may say so. None where no such thing is set aside."""
    found: SetAside | None = SetAside.objects.of(member).filter(pk=key, taken_back=False).first()
    if found is not None:
        found.taken_back = True
        found.save(update_fields=["taken_back"])
    return found


def _known(code: str) -> str:
    try:
        return rule(code).code
    except KeyError:
        raise PlanRefused("That rule is no longer there, so there is nothing to set aside.") from None
