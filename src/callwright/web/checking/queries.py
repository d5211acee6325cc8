"""What engine and composer say of a form, with the team's settings and today's date. Nothing is stored."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from callwright.compose import Improvement, improve
from callwright.judging import judge_each, own_of
from callwright.settings import Settings, load_settings
from callwright.smart import Call, TextRefused, assess
from callwright.web.checking.forms import LineForm, call_of
from callwright.web.checking.verdict import Shown, blank, shown


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


def verdict_on(form: LineForm, looked_at: str = "") -> Shown:
    """The verdict on the form's line; blank tiles without one, or with a refusal where the text gets no verdict."""
    text = form.line()
    if not text.strip():
        return blank(looked_at)
    call = _call(form)
    [(_, verdict)] = judge_each([text], lambda line: (line, call), settings=team())
    if isinstance(verdict, TextRefused):
        return blank(looked_at, refusal=str(verdict))
    return shown(verdict, call, looked_at)


def choices_for(form: LineForm) -> dict[str, tuple[str, ...]]:
    """For each question (by criterion, or "stretch") two or three answers to tap; empty for a refusal."""
    improvement = _improvement(form)
    if improvement is None:
        return {}
    asked = (*improvement.questions, *filter(None, [improvement.stretch]))
    return {question.criterion: question.choices for question in asked}


def rewritten(form: LineForm, answers: Mapping[str, str]) -> Rewriting:
    """The form's line with answers (criterion, or "stretch", to answer) worked in."""
    improvement = _improvement(form)
    if improvement is None:
        return Rewriting(form.line())
    improved = improvement.apply(answers)
    if improved.text == form.line():
        return Rewriting(improved.text, "The line stays as it is.")
    return Rewriting(improved.text, f"Left out: “{improved.dropped}”." if improved.dropped else "")


def _improvement(form: LineForm) -> Improvement | None:
    try:
        return improve(form.line(), _call(form), judge=partial(assess, own=own_of(team())))
    except TextRefused:
        return None


def _call(form: LineForm) -> Call:
    return call_of(form, team(), dt.date.today())
