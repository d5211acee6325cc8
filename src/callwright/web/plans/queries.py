"""What is planned for a call, what the engine should know of it, and what there is to see of it at a glance."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from django.db.models import Prefetch, Q
from django.utils import timezone

from callwright import smart
from callwright.compose.choosing import KEY
from callwright.web.accounts.models import Member, OwnedQuerySet
from callwright.web.calls.models import Call
from callwright.web.calls.queries import attendees, is_first_meeting, last_held
from callwright.web.checking.verdict import Aside, Disagreement
from callwright.web.plans.models import Objective, SetAside

if TYPE_CHECKING:
    from callwright.smart import Stage
    from callwright.smart.model import Channel

OUTSTANDING: Final = frozenset({"open", "not_kept"})
"""Promises that are still worth a word, by the states of a commitment."""

SHOWN: Final = 50
"""Disagreements on the page of a rule, at most."""


def situation(call: Call) -> smart.Call:
    """A call as the engine takes it. Relative dates are read against the day of the call.

    Without what came of the last call (`last_time`), which suggestions ask for and verdicts do not.
    """
    opportunity = call.opportunity
    product = call.product or (opportunity.product if opportunity else None)
    return smart.Call(
        stage=cast("Stage | None", opportunity.stage.kind if opportunity and opportunity.stage else None),
        minutes=call.minutes,
        first_meeting=is_first_meeting(call),
        channel=cast("Channel | None", call.channel or None),
        attendees=attendees(call),
        product=product.name if product else None,
        today=timezone.localdate(call.starts),
    )


def last_time(call: Call, member: Member) -> dict[str, Any] | None:
    """What came of the customer's last call, and what is still promised, as `callwright.compose` reads it.

    As far as the member sees it: all where they see the customer.
    """
    before = last_held(call, member)
    if before is None:
        return None
    debrief = getattr(before, "debrief", None)
    objective = before.objectives.first()
    return {
        "result": debrief.result if debrief else "",
        "outcome": objective.outcome if objective else "",
        "objective": objective.text if objective else "",
        "entry": objective.entry if objective else "",
        "commitments": _promises(call, member),
    }


def _promises(call: Call, member: Member) -> list[dict[str, str]]:
    still = call.customer.commitments.of(member).filter(state__in=OUTSTANDING).select_related("contact")
    return [
        {"who": one.contact.name if one.contact else "", "what": one.text, "state": one.state} for one in still[:KEY]
    ]


@dataclass(frozen=True, slots=True)
class Glance:
    """What a list shows of a call. state: none, weak, smart, held or debriefed. text: its first objective.

    letters: those of the first objective, as `Objective.letters`; empty where there is none.
    """

    state: str
    text: str = ""
    letters: str = ""


def with_plans(calls: OwnedQuerySet) -> OwnedQuerySet:
    """The calls with what `glance` reads of them, at one more query for all."""
    light: OwnedQuerySet = Objective.objects.defer("assessment", "evidence", "fallback", "measure")
    return calls.prefetch_related(Prefetch("objectives", light))


def glance(call: Call, now: dt.datetime | None = None) -> Glance:
    """What there is to see of a call that came from `with_plans`."""
    objectives = [one for one in call.objectives.all() if one.text]
    state = "none" if not objectives else "smart" if all(one.smart for one in objectives) else "weak"
    if call.debriefed_at is not None:
        state = "debriefed"
    elif call.ends <= (now or timezone.now()):
        state = "held"
    first = objectives[0] if objectives else None
    return Glance(state, first.text if first else "", first.letters if first else "")


def objectives_of(call: Call) -> dict[int, Objective]:
    """The call's objectives by their position, with what was frozen of them and how they were amended."""
    found = call.objectives.select_related("frozen").prefetch_related("amendments")
    return {one.position: one for one in found}


def asides(member: Member, objective: Objective | None, text: str) -> Aside:
    """Which findings on a line have been set aside: for this line, or for good by anybody in the organization."""
    fitting = Q(line="") | Q(line=text.strip())
    if objective is not None:
        fitting |= Q(objective=objective)
    kept: list[SetAside] = list(_standing(member).filter(fitting))

    def aside(code: str, line: str, words: str) -> Disagreement | None:
        found = next((one for one in kept if one.code == code and _holds(one, line, words)), None)
        return _disagreement(found, member) if found else None

    return aside


def _disagreement(one: SetAside, member: Member) -> Disagreement:
    by = "" if one.by_id == member.pk else str(one.by or "a colleague")
    return Disagreement(one.pk, one.reason, for_good=not one.line, by=by)


def _holds(one: SetAside, line: str, words: str) -> bool:
    """For good; for this very line; or for the same words of the objective, while the rest of it is edited."""
    return not one.line or one.line == line.strip() or one.words == words


def against_rules(member: Member) -> Counter[str]:
    """How often each rule was disagreed with and not taken back, by its code."""
    return Counter(_standing(member).order_by().values_list("code", flat=True))


def disagreements(member: Member, code: str) -> tuple[list[SetAside], bool]:
    """What the organization has set aside of a rule, the latest first; and whether there is more than is shown."""
    found = list(_standing(member).filter(code=code)[: SHOWN + 1])
    return found[:SHOWN], len(found) > SHOWN


def _standing(member: Member) -> OwnedQuerySet:
    """What the organization has set aside and not taken back, with those who did."""
    return SetAside.objects.of(member).filter(taken_back=False).select_related("by__person", "objective")
