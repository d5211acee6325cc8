"""The engine's plain data: the call, what was found in a text, and the verdict. Frozen, no behaviour beyond shape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal, get_args

from callwright.smart.errors import BadCall

Stage = Literal["introduction", "needs", "evaluation", "concerns", "decision", "customer"]
Channel = Literal["in_person", "video", "phone"]
Category = Literal["advance", "understand", "uncover"]
CriterionName = Literal["specific", "measurable", "action_oriented", "realistic", "time_bound"]
Decider = Literal["rules", "model"]

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
CHANNELS: Final[tuple[Channel, ...]] = get_args(Channel)
CATEGORIES: Final[tuple[Category, ...]] = get_args(Category)
CRITERIA: Final[tuple[CriterionName, ...]] = get_args(CriterionName)

MINUTES_ASSUMED: Final = 30
"""Minutes taken for granted where the time allotted is unknown (the annotation guide, "Time-bound")."""


@dataclass(frozen=True, slots=True)
class Call:
    """What is known of a sales call; every field may be unknown (None, or empty for attendees).

    stage: where the *customer* stands in the buying process, one of STAGES.
    minutes: time allotted, 1-1440.
    first_meeting: whether it is the first meeting with this customer.
    channel: one of CHANNELS.
    attendees: the customer's people, as roles or names with roles.
    product: what is being sold, in the rep's words.
    today: the date against which relative dates are read (the engine has no clock).
    last: what came of the last call, for suggestions. base_rates: the team's own record, for realistic and time-bound.

    Raises BadCall, naming the field, the value and what is allowed, when a value is out of range.
    """

    stage: Stage | None = None
    minutes: int | None = None
    first_meeting: bool | None = None
    channel: Channel | None = None
    attendees: tuple[str, ...] = ()
    product: str | None = None
    today: dt.date | None = None
    last: Mapping[str, Any] | None = field(default=None, hash=False)
    base_rates: Mapping[str, Any] | None = field(default=None, hash=False)

    def __post_init__(self) -> None:
        _one_of("stage", self.stage, STAGES)
        _one_of("channel", self.channel, CHANNELS)
        minutes = self.minutes
        if minutes is not None and (
            isinstance(minutes, bool) or not isinstance(minutes, int) or not 1 <= minutes <= 1440
        ):
            raise BadCall(f"minutes is {minutes!r}; it takes a whole number from 1 to 1440, or nothing if unknown")
        if self.first_meeting not in (True, False, None):
            raise BadCall(f"first_meeting is {self.first_meeting!r}; it takes true, false, or nothing if unknown")
        object.__setattr__(self, "attendees", _people(self.attendees))
        if self.today is not None and not isinstance(self.today, dt.date):
            raise BadCall(f"today is {self.today!r}; it takes a date such as 2027-03-31")


def _one_of(name: str, value: object, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise BadCall(f"{name} is {value!r}; it takes one of {', '.join(allowed)}, or nothing if unknown")


def _people(value: Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise BadCall(f"attendees is {value!r}; it takes a list of roles or names")
    people = tuple(value)
    for person in people:
        if not isinstance(person, str):
            raise BadCall(f"attendees holds {person!r}; each attendee is a text such as 'CFO' or 'Dana (IT lead)'")
    return tuple(person.strip() for person in people if person.strip())


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that speaks for or against a criterion.

    code: the stable code of the rule (S01, M03 …). favours: True if it speaks for the criterion.
    decisive: whether the verdict rests on it. message: what a coach would say of it.
    question: the question whose answer would mend it, None where the finding speaks for.
    start, end: half-open code-point offsets into the text as given; None where the cause is the context or is missing.
    """

    code: str
    criterion: CriterionName
    favours: bool
    message: str
    question: str | None = None
    start: int | None = None
    end: int | None = None
    decisive: bool = False

    def utf16_span(self, text: str) -> tuple[int, int] | None:
        """The span in UTF-16 code units of `text`, as browsers count; None where there is no span."""
        if self.start is None or self.end is None:
            return None
        start = _utf16_length(text[: self.start])
        return start, start + _utf16_length(text[self.start : self.end])


def _utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _no_findings(name: CriterionName) -> tuple[Finding, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Criterion:
    """The verdict on one criterion.

    confidence: probability, 0.5-1, that the verdict is right. close_call: the confidence is below the threshold at
    which a page should say so. decided_by: what the verdict rests on: `rules` where the guide's arithmetic over stage,
    minutes, people and number of outcomes decided, `model` where the learned reading of the words did. assumed: what
    was taken for granted for want of context. explain: gives the findings, worked out when first asked for.
    """

    name: CriterionName
    met: bool
    confidence: float
    close_call: bool
    decided_by: Decider
    assumed: tuple[str, ...] = ()
    explain: Callable[[CriterionName], tuple[Finding, ...]] = field(default=_no_findings, repr=False, compare=False)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What speaks for or against. An unmet criterion has at least one finding against, with a question."""
        return self.explain(self.name)

    @property
    def against(self) -> tuple[Finding, ...]:
        """The findings that speak against, decisive ones first."""
        return tuple(sorted((f for f in self.findings if not f.favours), key=lambda f: not f.decisive))


@dataclass(frozen=True, slots=True)
class Engine:
    """Which engine judged: `best` or `fast`, and the version of the distribution."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict on one objective, as plain data.

    categories: none, one or several of CATEGORIES, in that order. low_sights: the call is wasted on it.
    objectives: how many separate outcomes the text names (at least 1). minutes_needed: rough minutes that they take.
    """

    text: str
    criteria: Mapping[CriterionName, Criterion]
    categories: tuple[Category, ...]
    low_sights: bool
    objectives: int
    minutes_needed: int
    engine: Engine

    @property
    def met(self) -> dict[CriterionName, bool]:
        """Criterion by criterion, whether it is met."""
        return {name: self.criteria[name].met for name in CRITERIA}

    @property
    def smart(self) -> bool:
        """All five criteria are met."""
        return all(self.criteria[name].met for name in CRITERIA)

    def to_dict(self) -> dict[str, Any]:
        """The object of docs/reference/output.md, without `id`, ready for json.dumps."""
        return {
            "text": self.text,
            "smart": self.smart,
            "criteria": {name: _criterion_dict(self.criteria[name]) for name in CRITERIA},
            "categories": list(self.categories),
            "low_sights": self.low_sights,
            "objectives": self.objectives,
            "minutes_needed": self.minutes_needed,
            "engine": {"name": self.engine.name, "version": self.engine.version},
        }


def _criterion_dict(criterion: Criterion) -> dict[str, Any]:
    return {
        "met": criterion.met,
        "confidence": criterion.confidence,
        "close_call": criterion.close_call,
        "decided_by": criterion.decided_by,
        "assumed": list(criterion.assumed),
        "findings": [_finding_dict(finding) for finding in criterion.findings],
    }


def _finding_dict(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "for": finding.favours,
        "decisive": finding.decisive,
        "message": finding.message,
        "question": finding.question,
        "start": finding.start,
        "end": finding.end,
    }
