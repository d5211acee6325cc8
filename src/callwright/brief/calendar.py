"""The call as an iCalendar event with the objectives in its description (extra `brief`)."""

from __future__ import annotations

import datetime as dt
import uuid

from callwright.brief.markdown import DEBRIEF
from callwright.brief.model import Brief, BriefNeeds
from callwright.smart.model import MINUTES_ASSUMED

HOUSE = uuid.UUID("6f5f0c1e-6d0b-5c3e-9a53-6b7a1c1f6d10")
"""Names of events live under this one: the same call at the same time has the same UID."""


def calendar(brief: Brief, stamp: dt.datetime | None = None, *, sequence: int = 0, cancelled: bool = False) -> bytes:
    """An .ics file with one event. stamp: when it was made (UTC); the start of the call where not given.

    sequence: rises with each change, so that calendars take the later one. cancelled: the call is off.
    A start without a time zone stays without one; any other is written in UTC, which every calendar reads.
    Raises BriefNeeds for a brief without a start, or where the extra `brief` is not installed.
    """
    try:
        from icalendar import Calendar, Event  # noqa: PLC0415  the extra may be missing
    except ImportError as missing:
        raise BriefNeeds("a calendar file takes the extra `brief`: pip install 'callwright[brief]'") from missing
    if brief.starts is None:
        raise BriefNeeds("a calendar file takes the start of the call: give --starts YYYY-MM-DDTHH:MM")
    event = Event()
    event.add("uid", brief.uid or f"{uuid.uuid5(HOUSE, f'{brief.title} {brief.starts.isoformat()}')}@callwright")
    event.add("dtstamp", _utc(stamp or brief.starts))
    event.add("dtstart", _utc(brief.starts) if brief.starts.tzinfo else brief.starts)
    event.add("duration", dt.timedelta(minutes=brief.call.minutes or MINUTES_ASSUMED))
    event.add("summary", brief.title)
    event.add("description", description(brief))
    event.add("sequence", sequence)
    if cancelled:
        event.add("status", "CANCELLED")
    if brief.place:
        event.add("location", brief.place)
    made = Calendar()
    made.add("prodid", "-//callwright//brief//EN")
    made.add("version", "2.0")
    made.add_component(event)
    return bytes(made.to_ical())


def description(brief: Brief) -> str:
    """The objectives and what to ask, as plain text."""
    rows = ["By the end of this call:"]
    for number, goal in enumerate(brief.goals, 1):
        rows.append(f"{number}. {goal.text} [{goal.letters}]")
        rows += [f"   It worked if you have: {goal.measure}"] if goal.measure else []
        rows += [f"   Failing that: {goal.fallback}"] if goal.fallback else []
    for heading, words in (("Ask", brief.ask), ("They may say", brief.expect), ("Bring", brief.bring)):
        rows += ["", f"{heading}:", *(f"- {one}" for one in words)] if words else []
    return "\n".join([*rows, "", "After the call:", *(f"- {line}" for line in DEBRIEF)])


def _utc(when: dt.datetime) -> dt.datetime:
    return when.astimezone(dt.UTC) if when.tzinfo else when.replace(tzinfo=dt.UTC)
