"""Objectives that fit a call, best first: taken from the catalogue, put in words that no two of a list share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from callwright.compose.catalogue import Catalogue, default
from callwright.compose.fitting import fits, long, minutes, score
from callwright.compose.last import Last, Promise, because, done, last_of, lift
from callwright.compose.model import Entry, Suggestion
from callwright.compose.people import ANYBODY, attending, named
from callwright.compose.phrase import phrase
from callwright.compose.wording import Shape, asked, capital, frames, put, shape, usable
from callwright.smart import Call

SHOWN: Final = 5
"""How many suggestions a list has at most; each sentence pattern serves one of them."""

CROWDED: Final = 1.2
"""What a further suggestion of a category already shown loses, so that a list offers a choice."""

STEP: Final = 0.15
"""What an entry loses for each that is ranked above it."""


@dataclass(frozen=True, slots=True)
class Pick:
    """An entry to suggest, beside an act if it is a fact too small for the call."""

    entry: Entry
    act: Entry | None = None

    @property
    def minutes(self) -> int:
        """What both take together."""
        return self.entry.minutes + (self.act.minutes if self.act else 0)

    @property
    def shape(self) -> Shape:
        """Which patterns suit it."""
        return "pair" if self.act else shape(self.entry)


def suggest(call: Call, *, catalogue: Catalogue | None = None, shown: int = SHOWN) -> tuple[Suggestion, ...]:
    """Objectives that fit the call, best first; the same call gives the same list.

    Each passes the guide in this context. A fact that takes less than five minutes is suggested alone only in calls
    under half an hour, else beside an act of the customer's. What was promised last time and is still open comes first.
    """
    catalogue, last = catalogue or default(), last_of(call.last)
    ranked = _ranked(call, catalogue, last)
    reminders = list(_reminders(call, last))[:1]
    picks = _varied(ranked, call, shown - len(reminders))
    return (*reminders, *_worded(picks, call, last, {one.frame for one in reminders}))


def _ranked(call: Call, catalogue: Catalogue, last: Last) -> list[Entry]:
    fitting = [
        entry
        for entry in catalogue.entries
        if fits(entry, call, catalogue) and not done(entry, last, _first(entry, call))
    ]
    return sorted(fitting, key=lambda entry: (-score(entry, call) - lift(entry, last), entry.id))


def _first(entry: Entry, call: Call) -> str:
    return put(next(iter(frames()[shape(entry)].values())), entry, call)


def _varied(ranked: Sequence[Entry], call: Call, shown: int) -> list[Pick]:
    """The best of each kind in turn: a category loses a little each time it is taken; facts find an act beside them."""
    left, picks = list(ranked), list[Pick]()
    while left and len(picks) < shown:
        taken = Counter(pick.entry.category for pick in picks)
        places = {entry.id: place * STEP + CROWDED * taken[entry.category] for place, entry in enumerate(left)}
        best = min(left, key=lambda entry: places[entry.id])
        left.remove(best)
        pick = _pick(best, left, call)
        if pick is not None:
            picks.append(pick)
            left = [entry for entry in left if entry is not pick.act]
    return picks


def _pick(entry: Entry, left: Sequence[Entry], call: Call) -> Pick | None:
    if not (entry.small and long(call)):
        return Pick(entry)
    acts = (act for act in left if act.do and act.minutes + entry.minutes <= minutes(call))
    act = next(acts, None)
    return Pick(entry, act) if act else None


def _worded(picks: Sequence[Pick], call: Call, last: Last, used: set[str]) -> Iterator[Suggestion]:
    """The picks in sentences, each in a pattern of its own; a pick for which none is left is passed over."""
    for pick in picks:
        person = asked(pick.act or pick.entry, call)
        free = (
            (name, pattern)
            for name, pattern in frames()[pick.shape].items()
            if name not in used and usable(pattern, person) and _suits(name, pick)
        )
        for name, pattern in free:
            used.add(name)
            yield _suggestion(pick, call, last, name, pattern)
            break


def _suits(name: str, pick: Pick) -> bool:
    """Whether a pattern is one of those that the entry asks for; a pair goes by its fact."""
    return not pick.entry.frames or name in pick.entry.frames


def _reminders(call: Call, last: Last) -> Iterator[Suggestion]:
    """What was promised and is still open, unless the call is there to decide."""
    if call.stage == "decision":
        return
    for promise in last.outstanding:
        said = phrase(promise.what)
        if said.kind == "do":
            yield _reminder(promise, said.text, call)


def _reminder(promise: Promise, do: str, call: Call) -> Suggestion:
    people = attending(call)
    who = named(promise.who) if promise.who else (people[0].name if people else ANYBODY)
    text = capital(f"have {who} {do}, as promised, or name the day on which it comes")
    return Suggestion(
        "promise", text, "advance", 5, "what was promised, or the day", "the reason why it has not come",
        f"Promised last time: {promise.what}. A promise that nobody asks about is soon forgotten.", "have",
    )  # fmt: skip


def _suggestion(pick: Pick, call: Call, last: Last, name: str, pattern: str) -> Suggestion:
    entry, act = pick.entry, pick.act
    text = put(pattern, act, call, fact=entry) if act else put(pattern, entry, call)
    return Suggestion(
        f"{entry.id}+{act.id}" if act else entry.id, text, entry.category, pick.minutes,
        entry.measure, (act or entry).fallback, because(entry, last) + entry.why, name,
    )  # fmt: skip
