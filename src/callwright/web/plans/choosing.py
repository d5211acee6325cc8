"""One or two of several: the choice that a third objective meets, each line with the reason for where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict

from callwright import smart
from callwright.compose import Ranked, choose, things
from callwright.smart import Assessment
from callwright.web.checking.queries import judged
from callwright.web.checking.verdict import reads_as
from callwright.web.plans.actions import take_along
from callwright.web.plans.desk import Desk
from callwright.web.plans.forms import PlanForm
from callwright.web.plans.judging import letters
from callwright.web.plans.words import Words
from callwright.web.sent import key_in

JOINING: Final = frozenset({"and", "then", "also", "plus", "to", "i", "will", "get"})
"""Words that may go when a line is taken apart: they join its things, or stand once for several."""
LINE = "line-"
"""How the names of the fields begin that hold the lines of a choice."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line to choose. keep: whether it would go along. reason: why it stands where it does.

    letters: those of its verdict, as `Objective.letters`; empty where it gets none.
    """

    text: str
    keep: bool
    reason: str
    letters: str = ""


def between(desk: Desk, line: str) -> list[Candidate]:
    """The things that a line names and the call's other objectives, the best first, one or two marked to keep."""
    return ranked([*_apart(line, desk), *(one.text for one in desk.others)], desk.known)


def _apart(line: str, desk: Desk) -> tuple[str, ...]:
    """The things that a line names; the line whole where it names one, where two others stand already, or where a word
    would be lost."""
    parts = things(line, desk.known)
    if len(parts) == 1 or len(desk.others) > 1:
        return (line,)
    kept = Counter(_words(" ".join(parts)))
    lost = Counter(_words(line)) - kept
    return (line,) if set(lost) - JOINING else parts


def _words(text: str) -> list[str]:
    return re.findall(r"\w+|[^\w\s,;.:]", text.casefold())


def ranked(lines: Sequence[str], call: smart.Call) -> list[Candidate]:
    """The lines as `callwright.compose.choose` ranks them; those that get no verdict come last."""
    verdicts = {text: judged(text, call) for text in map(str.strip, lines) if text}
    known = {text: verdict for text, verdict in verdicts.items() if isinstance(verdict, Assessment)}
    found = choose(known, call, judge=lambda text, _: known[text])
    rest = [text for text in verdicts if text not in known]
    return [*map(_candidate, found), *(Candidate(text, keep=False, reason="no verdict on this one") for text in rest)]


def _candidate(one: Ranked) -> Candidate:
    """In the words that the page has for its verdict, so that it says the same of a line wherever it stands."""
    return Candidate(one.text, one.keep, f"{reads_as(one.check)}; {one.room}", letters(one.check))


def chosen(desk: Desk, posted: QueryDict, form: PlanForm) -> None:
    """Takes along what was chosen. Raises what `take_along` raises."""
    lines, keep = _lines(posted).values(), _ticked(posted)
    written = {one.text: Words.of(one) for one in desk.objectives.values()}
    in_hand = form.words().tidy()
    known = {in_hand.text: in_hand, **written}
    words = {text: known.get(text, Words(text)) for text in lines}
    take_along(
        call=desk.call,
        keep=[one for text, one in words.items() if text in keep],
        leave=[one for text, one in words.items() if text not in keep],
        versions={place: key_in(posted.get(f"version-{place}", "")) or 0 for place in (1, 2)},
        entries={in_hand.text: form.said("entry")},
        by=desk.member,
    )


def offered_again(posted: QueryDict, desk: Desk) -> list[Candidate]:
    """The choice once more with the ticks as they were set, and with what was written elsewhere meanwhile."""
    keep = _ticked(posted)
    lines = [*_lines(posted).values(), *(one.text for one in desk.objectives.values())]
    return [Candidate(one.text, one.text in keep, one.reason, one.letters) for one in ranked(lines, desk.known)]


def _lines(posted: QueryDict) -> dict[str, str]:
    """The lines of the choice by their numbers, with line ends as one character, where browsers send two."""
    sent = {name.removeprefix(LINE): str(text) for name, text in posted.items() if name.startswith(LINE)}
    return {number: text.replace("\r\n", "\n").strip() for number, text in sent.items()}


def _ticked(posted: QueryDict) -> set[str]:
    """The lines that are to go along."""
    lines = _lines(posted)
    return {lines[number] for number in posted.getlist("keep") if number in lines}
