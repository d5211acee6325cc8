"""What pages of other apps show of debriefs, and days in few words."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django import template
from django.utils import timezone

from callwright.web.calls.models import Call
from callwright.web.debriefs import queries
from callwright.web.debriefs.days import due_by, said
from callwright.web.debriefs.models import Commitment

register = template.Library()

CAME: Final = {"fallback": "the fallback", "not": "not accomplished"}
"""Outcomes whose names do not stand on their own."""


@register.filter
def day(value: dt.date) -> str:
    """A day in few words: "today", "Fri 27 Nov"."""
    return said(value, timezone.localdate())


@register.filter
def due(value: dt.date) -> str:
    """By when in few words: "by Fri 27 Nov", "due today"."""
    return due_by(value, timezone.localdate())


@register.filter
def when(value: dt.datetime) -> str:
    """A moment in few words: "today 14:00", "Fri 27 Nov 14:00"."""
    here = timezone.localtime(value)
    return f"{said(here.date(), timezone.localdate())} {here:%H:%M}"


@register.filter
def came(outcome: str) -> str:
    """What came of an objective, as it reads on its own."""
    return CAME.get(outcome, outcome)


@register.filter
def overdue(promise: Commitment) -> bool:
    """Whether its day has come and nobody has said what became of it."""
    return promise.state == Commitment.State.OPEN and promise.due is not None and promise.due <= timezone.localdate()


@register.inclusion_tag("debriefs/due.html", takes_context=True)
def due_promises(context: dict[str, Any]) -> dict[str, Any]:
    """What customers promised by today: nothing where nothing is due."""
    member = context["request"].member
    return _carried(context, promises=queries.due(member, timezone.localdate()))


@register.inclusion_tag("debriefs/waiting.html", takes_context=True)
def to_debrief(context: dict[str, Any], most: int = 5) -> dict[str, Any]:
    """The calls that wait to be debriefed, the latest few, with the way to the others."""
    waiting = queries.to_debrief(context["request"].member, timezone.now(), most + 1)
    return _carried(context, calls=waiting[:most], more=len(waiting) > most)


@register.inclusion_tag("debriefs/last_time.html", takes_context=True)
def last_time(context: dict[str, Any], call: Call) -> dict[str, Any]:
    """What was promised and learned on the customer's call before, for the top of a plan or a brief."""
    return _carried(context, last=queries.last_time(call, context["request"].member))


def _carried(context: dict[str, Any], **more: Any) -> dict[str, Any]:
    """With what the forms in it need: the proof that they are ours, and where to come back to."""
    return {"csrf_token": context.get("csrf_token"), "back_to": context["request"].get_full_path(), **more}
