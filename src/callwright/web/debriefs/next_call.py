"""The next call with a customer: when it might be, and what for, composed from what the last one left open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from django.utils import timezone

from callwright.compose import suggest
from callwright.smart import Assessment
from callwright.smart import Call as Situation
from callwright.web.calls.clock import moment, on_the_wall
from callwright.web.calls.models import Call
from callwright.web.checking.queries import judged
from callwright.web.debriefs.dates import day_in
from callwright.web.debriefs.days import working_day
from callwright.web.debriefs.held import Held
from callwright.web.debriefs.models import Commitment, Result
from callwright.web.plans.models import Outcome
from callwright.web.plans.queries import situation

if TYPE_CHECKING:
    from callwright.smart import Stage

WEEK: Final = dt.timedelta(days=7)
MONTH: Final = dt.timedelta(days=28)
"""How long to let a customer be who has just said yes or no."""

QUARTER: Final = 15
"""Calls that are planned begin at a quarter of an hour; one that was logged may have begun at any minute."""

LEFT_OPEN: Final = (Outcome.PARTLY, Outcome.NOT)


@dataclass(frozen=True, slots=True)
class Aim:
    """What the next call is for."""

    text: str
    fallback: str = ""
    measure: str = ""
    why: str = ""
    entry: str = ""


def next_call(
    call: Call, result: str, objectives: Sequence[Held], today: dt.date, stage: str = ""
) -> dict[str, Any] | None:
    """When and what for, as a consequence keeps it; None where the next call has an objective already.

    stage: the kind of stage that the customer seems to have come to, empty for the one before.
    """
    planned = _planned(call)
    if planned is not None and planned.objectives.all():
        return None
    promises = list(Commitment.objects.filter(call=call, state=Commitment.State.OPEN).select_related("contact"))
    starts = planned.starts if planned else _when(call, result, promises, today)
    aim = _aim(_situation(call, stage, starts, _last(result, objectives, promises)), objectives, promises)
    if aim is None:
        return None
    return {"starts": starts.isoformat(), "call": planned.pk if planned else None, **asdict(aim)}


def _planned(call: Call) -> Call | None:
    """The customer's next call that is in the same member's calendar already: a colleague's is theirs to plan."""
    later = Call.objects.filter(member_id=call.member_id, customer_id=call.customer_id)
    later = later.filter(state=Call.State.PLANNED, starts__gt=max(call.starts, timezone.now())).exclude(pk=call.pk)
    return later.prefetch_related("objectives").order_by("starts", "pk").first()


def _when(call: Call, result: str, promises: Sequence[Commitment], today: dt.date) -> dt.datetime:
    """The working day after the last thing they do, a week on where they do nothing, later after a yes or a no."""
    held = on_the_wall(call.starts)
    due = max((one.due for one in promises if one.due), default=None)
    wait = MONTH if result in (Result.ORDER, Result.NO_SALE) else WEEK
    day = due + dt.timedelta(days=1) if due else max(held.date(), today) + wait
    day = working_day(max(day, today + dt.timedelta(days=1)))
    return moment(dt.datetime.combine(day, dt.time(held.hour, held.minute - held.minute % QUARTER)))


def _situation(call: Call, stage: str, starts: dt.datetime, last: dict[str, Any]) -> Situation:
    now = situation(call)
    known = cast("Stage", stage) if stage else now.stage
    return replace(now, stage=known, first_meeting=False, last=last, today=timezone.localdate(starts))


def _last(result: str, objectives: Sequence[Held], promises: Sequence[Commitment]) -> dict[str, Any]:
    """What came of the call, as the composer reads it."""
    first = next(iter(objectives), None)
    commitments = [{"who": str(one.contact or ""), "what": one.text, "state": one.state} for one in promises]
    told = _of(first) if first else {}
    return {"result": result, "commitments": commitments, **told}


def _of(first: Held) -> dict[str, Any]:
    return {"outcome": first.objective.outcome, "objective": first.text, "entry": first.objective.entry}


def _aim(now: Situation, objectives: Sequence[Held], promises: Sequence[Commitment]) -> Aim | None:
    """A promise to be asked after, else what was left open, else the best suggestion."""
    best = next(iter(suggest(now)), None)
    if best is None or best.id != "promise":
        again = next((one for one in objectives if _again(one, now)), None)
        if again is not None:
            return Aim(again.text, again.fallback, again.measure, "Left open on this call.", again.objective.entry)
    return Aim(best.text, best.fallback, best.measure, best.why, best.id) if best else None


def _again(one: Held, now: Situation) -> bool:
    """Whether an objective was left open, and is as good on the next call: still SMART, and no day in it has passed."""
    if one.objective.outcome not in LEFT_OPEN or now.today is None:
        return False
    if day_in(one.text, now.today) is not None:
        return False
    found = judged(one.text, now)
    return isinstance(found, Assessment) and found.smart
