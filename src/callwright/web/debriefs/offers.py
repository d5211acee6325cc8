"""What follows from a debrief: offers that change nothing until a person accepts them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from callwright.smart.model import STAGES
from callwright.web.calls.models import Call
from callwright.web.customers.models import Stage, Topic
from callwright.web.debriefs.held import Held
from callwright.web.debriefs.models import Consequence, Debrief, Result
from callwright.web.debriefs.next_call import next_call
from callwright.web.debriefs.said import LEARNED
from callwright.web.plans.models import Outcome

Kind = Consequence.Kind

OUR_PART: Final = re.compile(r"(?:find out|learn|discover|establish|understand)\s+(?:from \w+ )?", re.IGNORECASE)
"""What we do in a line that is after a fact; the rest is the question."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that follows. key: what it is about; what: what accepting it would write."""

    kind: str
    key: str
    what: dict[str, Any]


def offers(call: Call, debrief: Debrief, objectives: Sequence[Held], today: dt.date) -> list[Offer]:
    """What follows from a saved debrief, in the order in which it is shown."""
    stood = _stood(call, debrief)
    stage = _next_stage(debrief.result, stood)
    return [
        *_stage(call, stood, stage, debrief),
        *(Offer(Kind.KNOWLEDGE, topic, {"topic": topic, "text": debrief.learned[topic]}) for topic in _told(debrief)),
        *_found_out(debrief, objectives),
        *([Offer(Kind.OPPORTUNITY, "opening", {"text": debrief.opening})] if debrief.opening else []),
        *_next(call, debrief, objectives, stage, today),
    ]


def _told(debrief: Debrief) -> list[str]:
    return [topic for topic in LEARNED if debrief.learned.get(topic)]


def _found_out(debrief: Debrief, objectives: Sequence[Held]) -> Iterator[Offer]:
    """What shows that something was found out is what we know now; what was written as learned is not asked twice."""
    for one in objectives:
        shows = one.objective.evidence
        reached = one.objective.outcome not in ("", Outcome.NOT) and "understand" in one.categories
        if shows and reached and shows not in debrief.learned.values():
            asked = OUR_PART.sub("", one.text, count=1) if OUR_PART.match(one.text) else one.text
            text = f"{asked[:1].upper()}{asked[1:].rstrip(' .')}: {shows}"
            yield Offer(Kind.KNOWLEDGE, f"objective:{one.pk}", {"topic": Topic.OTHER, "text": text})


def _stage(call: Call, stood: Stage | None, stage: Stage | None, debrief: Debrief) -> Iterator[Offer]:
    if stage is None or stood is None or call.opportunity is None:
        return
    won = debrief.result == Result.ORDER
    why = "They ordered." if won else "They act, with a date."
    what = {"opportunity": call.opportunity.pk, "from": stood.pk, "stage": stage.pk, "why": why, "won": won}
    yield Offer(Kind.STAGE, f"{call.opportunity.pk}:{stage.pk}", what)


def _stood(call: Call, debrief: Debrief) -> Stage | None:
    """Where the customer stood on the call: saving the debrief again does not move them twice."""
    moved = debrief.consequences.filter(kind=Kind.STAGE, state=Consequence.State.ACCEPTED).first()
    if moved is not None:
        return Stage.objects.filter(organization_id=call.organization_id, pk=moved.offered["from"]).first()
    return call.opportunity.stage if call.opportunity else None


def _next_stage(result: str, here: Stage | None) -> Stage | None:
    """Where the customer seems to stand now: a customer after an order, a stage on after an advance, else no other."""
    if here is None or result not in (Result.ORDER, Result.ADVANCE):
        return None
    stages = Stage.objects.filter(organization_id=here.organization_id)
    on = [one for one in stages if (one.kind == "customer") == (result == Result.ORDER) and _place(one) > _place(here)]
    return min(on, key=_place, default=None)


def _place(stage: Stage) -> tuple[int, int]:
    """How far on a stage is: by the six, then in the organization's own order."""
    kinds: list[str] = list(STAGES)
    return kinds.index(stage.kind), stage.position


def _next(
    call: Call, debrief: Debrief, objectives: Sequence[Held], stage: Stage | None, today: dt.date
) -> Iterator[Offer]:
    found = next_call(call, debrief.result, objectives, today, stage.kind if stage else "")
    if found is not None:
        yield Offer(Kind.NEXT_CALL, "next", found)
