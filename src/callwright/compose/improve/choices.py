"""Answers that fit a line in its call: acts of the customer from the catalogue, facts by topic, parts of the line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final
from zlib import crc32

from callwright.compose.catalogue import Catalogue
from callwright.compose.fitting import fits, minutes, score
from callwright.compose.improve.folding import put_as
from callwright.compose.improve.line import Line
from callwright.compose.improve.words import stemmed, stems
from callwright.compose.model import Entry
from callwright.compose.wording import ours
from callwright.smart import Assessment, Call

OFFERED: Final = 3
"""At most this many answers a question; more would have to be read."""

TRIED: Final = 6
"""How many acts are held to the check at most to find those that are offered."""

FEW: Final = 2
"""At least this many answers a question."""

SERVICE: Final = "leave it as it is: this is a service call"
"""The honest answer of a rep who calls for service alone."""

GOODWILL: Final = "leave it as it is: this is no sales call"
"""The same for a call of kindness or courtesy."""

LONGER: Final = "book a longer session with us, on a day that they name"
"""What to ask for where the work does not fit the call."""

_DANGLING: Final = re.compile(r"\b(?:it|one|that|this)$", re.IGNORECASE)
"""A part of a line that says nothing without the rest ("have them pick one")."""

_NEAR: Final = 2.5
"""What each telling word counts that an entry shares with the line: most of all, so that the answer is on topic."""

_LENGTH: Final = 0.06
"""What each word of an answer costs it: of two that fit, the shorter is sooner read and said."""

_SUPPOSED: Final = 1.5
"""What an entry loses that supposes something of which the line says nothing."""


Check = Callable[[str, Call], Assessment]
"""How a line is judged; `callwright.assess` unless a caller says otherwise."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A broad topic and the facts that it comes down to. exactly: a definite part. choices: so much is enough."""

    category: str
    words: frozenset[str]
    exactly: tuple[str, ...]
    choices: tuple[str, ...]


def acts(line: Line, call: Call, catalogue: Catalogue, judge: Check) -> tuple[Entry, ...]:
    """What the customer could do on this call, the most fitting first; the words of the line count most.

    Asked of the person whom the line is about, each passes the check itself, as far as the first few do. Where the line
    names nothing to choose by, they take turns, so that not every vague line gets the same.
    """
    within = call if call.attendees or not line.named else replace(call, attendees=(line.who.name,))
    found, said = _found(within, catalogue), stems(line.body)
    ranked = sorted(found, key=lambda entry: (-score(entry, within) - _nearness(entry, said), entry.id))
    best = _first_that_pass(ranked, line, call, judge)
    if best and call.stage != "decision" and not _shared(best[0], said):
        turn = crc32(line.body.encode()) % len(best)
        best = best[turn:] + best[:turn]
    return tuple(best)


def _first_that_pass(ranked: Sequence[Entry], line: Line, call: Call, judge: Check) -> list[Entry]:
    """The first few that pass; where hardly any of those tried do, the others behind them."""
    passing, failing = list[Entry](), list[Entry]()
    for entry in ranked[:TRIED]:
        if len(passing) < OFFERED:
            (passing if _passes(entry, line, call, judge) else failing).append(entry)
    return (passing + failing)[:OFFERED]


def _passes(entry: Entry, line: Line, call: Call, judge: Check) -> bool:
    lead = f"Get {line.who.name} to " if entry.do else "Find out "
    return judge(lead + put_as(entry, "act", call), call).smart


def _found(call: Call, catalogue: Catalogue) -> list[Entry]:
    """Acts that fit the call; where there are hardly any, facts too, and at last whatever suits the stage."""
    entries = [entry for entry in catalogue.entries if entry.do]
    for wider in (call, replace(call, attendees=()), replace(call, attendees=(), minutes=None)):
        found = [entry for entry in entries if fits(entry, wider, catalogue)]
        if len(found) >= FEW:
            return found
        entries = list(catalogue.entries)
    return found


def topic_of(line: Line, category: str) -> Topic:
    """The broad topic of a line; the last of its category where it names none."""
    said = set(re.findall(r"[a-z-]+", line.body.lower()))
    known = [topic for topic in topics() if topic.category == category]
    return next((topic for topic in known if topic.words & said), known[-1])


def facts(line: Line, call: Call, category: str, *, exactly: bool) -> tuple[str, ...]:
    """What a broad topic of the line comes down to: one definite part of it, or how much is enough."""
    topic = topic_of(line, category)
    found = topic.exactly if exactly else topic.choices
    return tuple(choice.format(ours=ours(call)) for choice in found)[:OFFERED]


def kept(line: Line, call: Call, cause: str, short: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """What of the line could stay where it holds too much; else another act. short: its parts that fit the minutes."""
    whole = line.body.lower()
    things = [thing for thing in short if thing.lower() != whole and not _DANGLING.search(thing)][:2]
    longer = [LONGER] if cause == "minutes" and minutes(call) >= 5 else []
    rest = [*longer, *others] if things else [*others[:1], *longer, *others[1:]]
    return tuple(dict.fromkeys((*things, *rest)))[:OFFERED]


@cache
def topics() -> tuple[Topic, ...]:
    """The topics that ship, in the order in which they are tried; the last of a category takes what no other does."""
    text = (resources.files(__package__) / "topics.toml").read_text(encoding="utf-8")
    raw = tomllib.loads(text).values()
    return tuple(
        Topic(one["category"], frozenset(one["words"]), tuple(one["exactly"]), tuple(one["choices"])) for one in raw
    )


def _nearness(entry: Entry, said: frozenset[str]) -> float:
    """How much an entry is about the same thing as the line."""
    own = stems(f"{entry.do} {entry.result}")
    supposed = bool(own & stemmed("supposing") - said)
    return _NEAR * _shared(entry, said) - _SUPPOSED * supposed - _LENGTH * len(entry.do.split())


def _shared(entry: Entry, said: frozenset[str]) -> int:
    """How many telling words an entry shares with the line, 0-2."""
    return min(2, len(stems(f"{entry.do} {entry.result}") & said & stemmed("telling")))
