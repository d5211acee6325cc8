"""New wordings of a line from the answers, the most faithful first. The check decides which of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from callwright.compose.improve.causes import SPOILING
from callwright.compose.improve.folding import Outcome
from callwright.compose.improve.line import Line
from callwright.compose.people import ANYBODY
from callwright.compose.phrase import Phrase, phrase
from callwright.compose.wording import capital
from callwright.smart import Category

TWO: Final = 2
"""Key objectives of a call at most (the seed)."""

_EMPTY: Final = frozenset({"contact", "relationship", "push"})
"""Acts that say nothing of a result: a line of these alone gives way to the answer."""

_SENTENCES: Final = re.compile(r"(?<!\b[DM]r)(?<!\b[DM]rs)(?<!\bMs)(?<!\bSt)(?<!\bProf)(?<=[\w\"”’)])[.?!]\s+[A-Z]")
_TALE: Final = re.compile(
    r"(?:i|we|my|our|it|its|he|she|they|there|this|that|did|do|does|is|are|was|were|since)\b", re.IGNORECASE
)
"""Beginnings of a line that tells something and names nothing to be done."""

_LONG: Final = 22
"""Words from which a line is too long to be added to."""


def candidates(
    line: Line,
    causes: Mapping[str, str],
    wanted: Sequence[Outcome],
    keep: str | None,
    *,
    categories: Sequence[Category],
) -> Iterator[str]:
    """Wordings to try, the one that keeps most of the rep's own words first.

    causes: what is wrong with the line. wanted: what is to be accomplished, without what `keep` says: the part of the
    line that stays where it holds too much. categories: what the line brings to the sale as it is.
    """
    base = keep or line.body
    fresh = [phrase(outcome.text) for outcome in fresh_of(base, wanted)]
    if not fresh:
        yield capital(base) if keep else line.text
        return
    ways = [_replaced(line, fresh)]
    if keep is not None or not SPOILING & set(causes.values()):
        beside = _kept(line, base, causes, fresh, fact=bool(categories) and "advance" not in categories)
        ways = beside + ways if _worth(line, base, sound=bool(categories)) else ways + beside
    yield from dict.fromkeys(ways)


def fresh_of(base: str, wanted: Sequence[Outcome]) -> list[Outcome]:
    """What the line does not hold yet, no more than makes two things together with what it holds."""
    fresh = [outcome for outcome in wanted if not outcome.stands_in(base)]
    return fresh[: max(TWO - (len(wanted) - len(fresh)), 0)]


def _worth(line: Line, base: str, *, sound: bool) -> bool:
    """Whether the rep's line has something in it that an answer can be added to: a deed, not only a tale."""
    told = bool(_TALE.match(base) or _SENTENCES.search(base)) and "service" not in line.acts
    return (sound or not (line.acts <= _EMPTY or told)) and len(base.split()) <= _LONG


def _kept(line: Line, base: str, causes: Mapping[str, str], outcomes: Sequence[Phrase], *, fact: bool) -> list[str]:
    """The rep's line with the outcomes behind it. fact: what the line is after is something to be known."""
    base = capital(base)
    if set(causes.values()) == {"closes"}:
        asked, rest = _replaced(line, outcomes), base[:1].lower() + base[1:]
        return [f"{asked} (failing that, {rest})", f"{asked}, or at least {rest}"]
    ways = []
    if fact and all(one.kind in ("thing", "know") for one in outcomes):
        ways.append(f"{base}: {_listed([one.text for one in outcomes])}")
    if outcomes[0].kind == "do" and "feeling" in line.acts:
        ways.append(f"{base}, so that they {' and '.join(_plain(one) for one in outcomes)}")
    more = _joined(line, outcomes, again=True)
    ways.append(f"{base}. Then {more}" if _SENTENCES.search(base) else f"{base}, and {more}")
    return ways


def _listed(said: Sequence[str]) -> str:
    return (", and " if "," in said[0] else " and ").join(said)


def _replaced(line: Line, outcomes: Sequence[Phrase]) -> str:
    """The outcomes alone, asked of the person whom the line is about."""
    return capital(_joined(line, outcomes, again=False))


def _joined(line: Line, outcomes: Sequence[Phrase], *, again: bool) -> str:
    """'get the CFO to book a demo and find out who signs'. again: the person stands in the line before this."""
    who = line.pronoun if again and line.named else line.who.name
    said: list[str] = []
    for place, one in enumerate(outcomes):
        same = place > 0 and one.kind == outcomes[place - 1].kind == "do"
        said.append(f"to {one.text}" if same else _said(one, who if place == 0 or who == ANYBODY else line.pronoun))
    return _listed(said)


def _said(one: Phrase, who: str) -> str:
    return {"do": f"get {who} to {one.text}", "know": f"find out {one.text}", "thing": f"leave with {one.text}"}.get(
        one.kind, one.text
    )


def _plain(one: Phrase) -> str:
    return one.text if one.kind == "do" else _said(one, "them")
