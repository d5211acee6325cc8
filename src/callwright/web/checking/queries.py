"""What engine and composer say of a line and its call, with the team's settings. Nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from callwright.compose import Improvement, improve
from callwright.judging import Judged, judge_each, own_of
from callwright.settings import Settings, load_settings
from callwright.smart import Assessment, Call, TextRefused
from callwright.web.checking.verdict import Aside, Shown, blank, nothing_aside, shown

REMEMBERED = 512
"""How many verdicts are kept at hand. A line is judged while it is typed, and again when it is kept; and answers to tap
are held to the check, mostly the same ones from one letter to the next."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What answers made of a line. said: what to tell of it, empty where the new line says it all."""

    text: str
    said: str = ""


@cache
def team() -> Settings:
    """The settings that held in the working folder when the server started. Raises BadSettings."""
    settings = load_settings(Path.cwd())
    own_of(settings)
    return settings


@lru_cache(maxsize=REMEMBERED)
def judged(text: str, call: Call) -> Judged:
    """The assessment of a text, or the refusal where it gets no verdict."""
    [(_, verdict)] = judge_each([text], lambda line: (line, call), settings=team())
    return verdict


def verdict_on(text: str, call: Call, looked_at: str = "", aside: Aside = nothing_aside) -> Shown:
    """The verdict on a line; blank tiles without one, or with a refusal where the text gets no verdict.

    looked_at: the tile that the rep unfolded. aside: which findings the rep has set aside.
    """
    if not text.strip():
        return blank(looked_at)
    verdict = judged(text, call)
    if isinstance(verdict, TextRefused):
        return blank(looked_at, refusal=str(verdict))
    return shown(verdict, call, looked_at, aside)


def choices_for(text: str, call: Call) -> dict[str, tuple[str, ...]]:
    """For each question (by criterion, or "stretch") two or three answers to tap; empty for a refusal."""
    improvement = _improvement(text, call)
    if improvement is None:
        return {}
    asked = (*improvement.questions, *filter(None, [improvement.stretch]))
    return {question.criterion: question.choices for question in asked}


def rewritten(text: str, call: Call, answers: Mapping[str, str]) -> Rewriting:
    """The line with answers (criterion, or "stretch", to answer) worked in."""
    improvement = _improvement(text, call)
    if improvement is None:
        return Rewriting(text)
    improved = improvement.apply(answers)
    said = ["The line stays as it is."] if improved.text == text else []
    said += [f"Left out: “{improved.dropped}”."] if improved.dropped else []
    said += [f"Not worked in: “{one.answer}”: {one.reason}." for one in improved.unused]
    return Rewriting(improved.text, " ".join(said))


def _improvement(text: str, call: Call) -> Improvement | None:
    if not text.strip():
        return None
    try:
        return improve(text, call, judge=_judge)
    except TextRefused:
        return None


def _judge(text: str, call: Call) -> Assessment:
    """The assessment of a text. Raises TextRefused where it gets no verdict."""
    verdict = judged(text, call)
    if isinstance(verdict, TextRefused):
        raise verdict
    return verdict
