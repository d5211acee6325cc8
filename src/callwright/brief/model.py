"""What stands on the one page that goes along to a call: plain data, made from a call and its objectives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from callwright.compose.last import last_of
from callwright.smart import CRITERIA, Call, CallwrightError

LETTERS: Final = "SMART"
STAGES: Final = {
    "introduction": "Introduction: they do not know us yet",
    "needs": "Needs: they are coming to see a need",
    "evaluation": "Evaluation: they compare options",
    "concerns": "Concerns: they lean our way and have doubts to settle",
    "decision": "Decision: they can say yes on this call",
    "customer": "Customer: they have bought and use it",
}
CHANNELS: Final = {"in_person": "in person", "video": "by video", "phone": "by phone"}


class BriefNeeds(CallwrightError):
    """The brief cannot be made as asked: something is missing; the message says what."""


class Verdict(Protocol):
    """What the page needs of a verdict: an Assessment has it, and so has one that was kept as plain data."""

    @property
    def met(self) -> Mapping[Any, bool]:
        """Criterion by criterion, whether it is met."""

    def to_dict(self) -> dict[str, Any]:
        """The object of docs/reference/output.md, without `id`."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One objective on the page. check: its verdict when the brief was made. measure, fallback: "" where open."""

    text: str
    check: Verdict
    measure: str = ""
    fallback: str = ""

    @property
    def letters(self) -> str:
        """The five letters, an unmet one as a dash: "SM-RT"."""
        return "".join(letter if self.check.met[name] else "–" for letter, name in zip(LETTERS, CRITERIA, strict=True))


@dataclass(frozen=True, slots=True)
class Brief:
    """The page. title: whom the call is with. starts: when, in the caller's own time zone or without one.

    ask: questions to put on the call. expect: what they may ask or object to. bring: what to take along.
    more: other facts, as heading and words.
    """

    title: str
    call: Call
    goals: tuple[Goal, ...]
    starts: dt.datetime | None = None
    place: str = ""
    ask: tuple[str, ...] = ()
    expect: tuple[str, ...] = ()
    bring: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    uid: str = field(default="", compare=False)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is known of the call, as heading and words; unknown things are left out."""
        call = self.call
        known = (
            ("When", _when(self)),
            ("Who attends", ", ".join(call.attendees)),
            ("Where they stand", STAGES.get(call.stage or "", "")),
            (
                "First meeting",
                {True: "yes", False: "no"}.get(call.first_meeting, "") if call.first_meeting is not None else "",
            ),
            ("What we sell", call.product or ""),
            ("Last time", _last(call)),
            *self.more,
        )
        return tuple((heading, words) for heading, words in known if words)

    def to_dict(self) -> dict[str, Any]:
        """The brief as JSON takes it."""
        return {
            "title": self.title,
            "starts": self.starts.isoformat() if self.starts else None,
            "place": self.place or None,
            "call": _call_dict(self.call),
            "goals": [
                {"text": one.text, "measure": one.measure, "fallback": one.fallback, "check": _check(number, one)}
                for number, one in enumerate(self.goals, 1)
            ],
            "ask": list(self.ask),
            "expect": list(self.expect),
            "bring": list(self.bring),
        }


def _check(number: int, goal: Goal) -> dict[str, Any]:
    return {"id": str(number), **goal.check.to_dict()}


def lines(raw: Iterable[str]) -> tuple[str, ...]:
    """Words on one line each, blank ones left out."""
    return tuple(words for one in raw if (words := " ".join(one.split())))


def _when(brief: Brief) -> str:
    parts = [
        f"{brief.starts:%A} {brief.starts.day} {brief.starts:%B %Y, %H:%M}" if brief.starts else "",
        f"{brief.call.minutes} minutes" if brief.call.minutes else "",
        CHANNELS.get(brief.call.channel or "", ""),
        brief.place,
    ]
    return ", ".join(part for part in parts if part)


def _last(call: Call) -> str:
    last = last_of(call.last)
    said = [f"{last.objective} ({last.outcome})" if last.outcome else last.objective] if last.objective else []
    said += [f"promised by {one.who or 'them'}: {one.what} ({one.state.replace('_', ' ')})" for one in last.promises]
    return "; ".join(said)


def _call_dict(call: Call) -> dict[str, Any]:
    return {
        "stage": call.stage,
        "minutes": call.minutes,
        "first_meeting": call.first_meeting,
        "channel": call.channel,
        "attendees": list(call.attendees),
        "product": call.product,
        "today": call.today.isoformat() if call.today else None,
    }
