"""The brief as Markdown: it reads well as plain text too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from callwright.brief.model import Brief, Goal

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|])")
_LEAD = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")

DEBRIEF = ("What shows it?", "Next, the customer will … by …", "Learned:", "Something else to sell:")
"""The lines left open for the minute after the call."""


def markdown(brief: Brief) -> str:
    """One page of Markdown; what people wrote stands as they wrote it, whatever marks it holds."""
    return "\n".join(_page(brief)).rstrip() + "\n"


def _page(brief: Brief) -> Iterator[str]:
    yield f"# {plain(brief.title)}"
    yield ""
    yield from (f"- **{heading}:** {plain(words)}" for heading, words in brief.facts)
    yield ""
    yield "## By the end of this call"
    yield ""
    for number, goal in enumerate(brief.goals, 1):
        yield from _goal(number, goal)
    yield from _list("Ask", brief.ask)
    yield from _list("They may say", brief.expect)
    yield from _list("Bring", brief.bring)
    yield "## After the call"
    yield ""
    yield from (f"- {line}" for line in DEBRIEF)


def _goal(number: int, goal: Goal) -> Iterator[str]:
    yield f"{number}. {plain(goal.text)} `{goal.letters}`"
    if goal.measure:
        yield f"   - It worked if you have: {plain(goal.measure)}"
    if goal.fallback:
        yield f"   - Failing that: {plain(goal.fallback)}"
    yield ""


def _list(heading: str, words: Iterable[str]) -> Iterator[str]:
    rows = [f"- {plain(one)}" for one in words]
    if rows:
        yield from (f"## {heading}", "", *rows, "")


def plain(words: str) -> str:
    """Words with the marks of Markdown taken literally."""
    one_line = " ".join(words.split())
    return _LEAD.sub(r"\1\\\2", _MARKS.sub(r"\\\1", one_line))
