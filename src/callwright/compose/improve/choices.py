"""Answers that fit a line in its call: acts of the customer from the catalogue, facts by topic, parts of the line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Final
from zlib import crc32

from callwright.compose.catalogue import Catalogue
from callwright.compose.fitting import fits, minutes, score
from callwright.compose.improve.line import Line
from callwright.compose.improve.words import words
from callwright.compose.model import Entry
from callwright.compose.wording import ours, parts
from callwright.smart import Assessment, Call

OFFERED: Final = 3
"""At most this many answers a question; more would have to be read."""

TRIED: Final = 6
"""How many acts are held to the check to find those that are offered."""

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

_ENDING: Final = re.compile(r"(?<=\w{3})(?:ations?|ings?|ies|es|ed|e|s|y)$")
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
    """A broad topic and the facts that it comes down to."""

    category: str
    words: frozenset[str]
    choices: tuple[str, ...]


def acts(line: Line, call: Call, catalogue: Catalogue, judge: Check) -> tuple[str, ...]:
    """What the customer could do on this call, the most fitting first; the words of the line count most.

    Asked of the person whom the line is about, each passes the check itself, as far as the first few do. Where the line
    names nothing to choose by, they take turns, so that not every vague line gets the same.
    """
    within = call if call.attendees or not line.named else replace(call, attendees=(line.who.name,))
    found, said = _found(within, catalogue), stems(line.body)
    ranked = sorted(found, key=lambda entry: (-score(entry, within) - _nearness(entry, said), entry.id))
    tried = [(entry, _passes(entry, line, call, judge)) for entry in ranked[:TRIED]]
    best = [entry for entry, _ in sorted(tried, key=lambda one: not one[1])][:OFFERED]
    if best and call.stage != "decision" and not _shared(best[0], said):
        turn = crc32(line.body.encode()) % len(best)
        best = best[turn:] + best[:turn]
    return tuple(_phrased(entry, call) for entry in best)


def _passes(entry: Entry, line: Line, call: Call, judge: Check) -> bool:
    lead = f"Get {line.who.name} to " if entry.do else "Find out "
    return judge(lead + _phrased(entry, call), call).smart


def _phrased(entry: Entry, call: Call) -> str:
    known = parts(entry, call)
    return known["do"] or known["know"]


def _found(call: Call, catalogue: Catalogue) -> list[Entry]:
    """Acts that fit the call; where there are hardly any, facts too, and at last whatever suits the stage."""
    entries = [entry for entry in catalogue.entries if entry.do]
    for wider in (call, replace(call, attendees=()), replace(call, attendees=(), minutes=None)):
        found = [entry for entry in entries if fits(entry, wider, catalogue)]
        if len(found) >= FEW:
            return found
        entries = list(catalogue.entries)
    return found


def facts(line: Line, call: Call, category: str) -> tuple[str, ...]:
    """What a broad topic of the line comes down to."""
    said = set(re.findall(r"[a-z-]+", line.body.lower()))
    known = [topic for topic in topics() if topic.category == category]
    topic = next((topic for topic in known if topic.words & said), known[-1])
    return tuple(choice.format(ours=ours(call)) for choice in topic.choices)


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
    return tuple(Topic(one["category"], frozenset(one["words"]), tuple(one["choices"])) for one in raw)


def stems(text: str) -> frozenset[str]:
    """The words of a text that carry meaning, cut so that forms of a word meet ('delivery', 'delivered')."""
    return frozenset(_stems(text))


def _stems(text: str) -> Iterator[str]:
    for word in re.findall(r"[a-z0-9£$€%]+", text.lower()):
        if word not in words("common"):
            yield _ENDING.sub("", word)[:5]


def _nearness(entry: Entry, said: frozenset[str]) -> float:
    """How much an entry is about the same thing as the line."""
    own = stems(f"{entry.do} {entry.result}")
    supposed = bool(own & stemmed("supposing") - said)
    return _NEAR * _shared(entry, said) - _SUPPOSED * supposed - _LENGTH * len(entry.do.split())


def _shared(entry: Entry, said: frozenset[str]) -> int:
    """How many telling words an entry shares with the line, 0-2."""
    return min(2, len(stems(f"{entry.do} {entry.result}") & said & stemmed("telling")))


@cache
def stemmed(name: str) -> frozenset[str]:
    """A list of words.toml, cut as lines are."""
    return stems(" ".join(words(name)))
