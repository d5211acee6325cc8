"""The question for each unmet criterion, in a coach's words, with answers that fit the call."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

from callwright.compose.catalogue import Catalogue
from callwright.compose.improve.causes import KEEPING, causes
from callwright.compose.improve.choices import GOODWILL, OFFERED, SERVICE, Check, acts, facts, kept
from callwright.compose.improve.folding import Form, put_as
from callwright.compose.improve.line import Line
from callwright.compose.improve.words import stemmed, stems
from callwright.compose.model import Question
from callwright.compose.people import ANYBODY
from callwright.smart import Assessment, Call, CriterionName

FORMS: Final[Mapping[str, tuple[Form, ...]]] = {
    "measurable": ("shown", "result", "act"),
    "definite": ("result", "act"),
    "after": ("result", "act"),
}
"""By cause, how an act answers its question best; else by the act itself: what somebody does."""

LOOKED_AT: Final = 4
"""How many parts of a line are judged to find some to keep: each takes the engine a moment."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How a cause is asked about. order: the lower, the more its answer mends."""

    order: int
    question: str


@cache
def wordings() -> Mapping[str, Wording]:
    """The questions that ship, by cause."""
    text = (resources.files(__package__) / "questions.toml").read_text(encoding="utf-8")
    return {cause: Wording(raw["order"], raw["question"]) for cause, raw in tomllib.loads(text).items()}


def questions(line: Line, check: Assessment, call: Call, catalogue: Catalogue, judge: Check) -> tuple[Question, ...]:
    """One question for each unmet criterion, the most telling first; each has choices of its own."""
    found = causes(check)
    if not found:
        return ()
    able = acts(line, call, catalogue, judge)
    short = _short(line, check, call, judge) if KEEPING & set(found.values()) else []
    asked, forms = [], _forms(found.values())
    for name, cause in found.items():
        heading = _heading(cause, line, check)
        said = tuple(put_as(entry, forms[cause], call) for entry in able)
        choices = (
            kept(line, call, cause, short, said) if cause in KEEPING else _choices(heading, line, check, call, said)
        )
        asked.append(Question(name, _worded(heading, line), choices, cause))
    return tuple(sorted(asked, key=lambda one: wordings()[one.cause].order))


def _forms(found: Iterable[str]) -> dict[str, Form]:
    """How an act answers the question about each cause, no two alike as far as there are ways to say it."""
    taken: dict[str, Form] = {}
    for cause in sorted(found, key=lambda cause: (cause in KEEPING, wordings()[cause].order)):
        ways = FORMS.get(cause, ("act", "result", "shown"))
        taken[cause] = next((form for form in ways if form not in taken.values()), ways[0])
    return taken


def _short(line: Line, check: Assessment, call: Call, judge: Check) -> list[str]:
    """The parts of the line that fit the minutes and lose nothing that the whole line has."""
    kept: set[CriterionName] = {name for name, met in check.met.items() if met} | {"time_bound", "realistic"}
    verdicts = [judge(thing, call) for thing in line.things[:LOOKED_AT]]
    return [one.text for one in verdicts if all(one.met[name] for name in kept)]


def stretch(line: Line, call: Call, catalogue: Catalogue, judge: Check) -> Question:
    """What else a long call could bring."""
    found = acts(line, call, catalogue, judge)
    return Question("stretch", _worded("stretch", line), tuple(put_as(one, "act", call) for one in found), "low_sights")


def _heading(cause: str, line: Line, check: Assessment) -> str:
    """Which wording suits: a fact is asked about otherwise than an act, service otherwise than talk."""
    if cause == "action" and "service" in line.acts:
        return "service"
    if cause in ("definite", "measurable") and _is_fact(check):
        return f"{cause}_fact"
    return cause


def _is_fact(check: Assessment) -> bool:
    return bool(check.categories) and "advance" not in check.categories


def _choices(heading: str, line: Line, check: Assessment, call: Call, able: tuple[str, ...]) -> tuple[str, ...]:
    if heading.endswith("_fact") and call.stage != "decision":
        category = "uncover" if "uncover" in check.categories else "understand"
        return facts(line, call, category, exactly=heading == "definite_fact")
    if heading == "action" and len(stems(line.body) & stemmed("kindness")) > 1:
        return (GOODWILL, *able[:1])
    if heading == "service":
        return (*able[: OFFERED - 1], SERVICE)
    return (*able[: OFFERED - 1], GOODWILL) if heading == "action" and "relationship" in line.acts else able


def _worded(heading: str, line: Line) -> str:
    question = wordings()[heading].question.format(who=line.who.name if line.who.name != ANYBODY else ANYBODY)
    return question[:1].upper() + question[1:]
