"""One or two of several: the choice that a third objective meets, each line with the reason for where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from callwright import smart
from callwright.compose import choose, things
from callwright.smart import Assessment
from callwright.web.checking.queries import judged
from callwright.web.plans.actions import take_along
from callwright.web.plans.desk import Desk
from callwright.web.plans.forms import PlanForm
from callwright.web.plans.words import Words
from callwright.web.sent import key_in

JOINING: Final = frozenset({"and", "then", "also", "plus", "to", "i", "will", "get"})
"""Words that may go when a line is taken apart: they join its things, or stand once for several."""
LINE = "line-"
"""How the names of the fields begin that hold the lines of a choice."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line to choose. keep: whether it would go along. reason: why it stands where it does."""

    text: str
    keep: bool
    reason: str


def between(desk: Desk, line: str) -> list[Candidate]:
    """The things that a line names and the call's other objectives, the best first, one or two marked to keep."""
    lines = [*_apart(line, desk), *(one.text for one in desk.others)]
    return ranked([text.strip() for text in lines if text.strip()], desk.known)


def _apart(line: str, desk: Desk) -> tuple[str, ...]:
    """The things that a line names; the line whole where two others stand already, or where a word would be lost."""
    parts = things(line, desk.known)
    kept = Counter(_words(" ".join(parts)))
    lost = Counter(_words(line)) - kept
    return (line,) if len(desk.others) > 1 or set(lost) - JOINING else parts


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s,;.:]", text.casefold())


def ranked(lines: Sequence[str], call: smart.Call) -> list[Candidate]:
    """The lines as `callwright.compose.choose` ranks them; those that get no verdict come last."""
    verdicts = {text: judged(text, call) for text in map(str.strip, lines)}
    known = {text: verdict for text, verdict in verdicts.items() if isinstance(verdict, Assessment)}
    found = [
        Candidate(one.text, one.keep, one.reason) for one in choose(known, call, judge=lambda text, _: known[text])
    ]
    rest = [text for text in verdicts if text not in known]
    return [*found, *(Candidate(text, keep=False, reason="no verdict on this one") for text in rest)]


def chosen(desk: Desk, posted: QueryDict, form: PlanForm) -> None:
    """Takes along what was chosen. Raises what `take_along` raises."""
    lines = {name.removeprefix(LINE): str(text) for name, text in posted.items() if name.startswith(LINE)}
    keep = [lines[number] for number in posted.getlist("keep") if number in lines]
    take_along(
        call=desk.call,
        keep=[form.words() if text == form.line().strip() else Words(text) for text in keep],
        leave=[text for text in lines.values() if text not in keep],
        versions={place: key_in(posted.get(f"version-{place}", "")) or 0 for place in (1, 2)},
        by=desk.member,
    )


def offered_again(posted: QueryDict, call: smart.Call) -> list[Candidate]:
    """The choice as it was put, once more."""
    return ranked([str(text) for name, text in posted.items() if name.startswith(LINE)], call)
