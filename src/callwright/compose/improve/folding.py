"""Answers that come to the same thing: an act of the catalogue, what it leaves us with, and what shows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from callwright.compose.catalogue import Catalogue
from callwright.compose.improve.words import stems
from callwright.compose.model import Entry
from callwright.compose.phrase import phrase, trimmed
from callwright.compose.wording import parts
from callwright.smart import Call

WRITTEN: Final = "written down before we part"
"""What shows a thing that has no token of its own."""

Form = Literal["act", "result", "shown"]
"""act: what the customer does, or the fact. result: what we then hold. shown: that, with what will show it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One thing to accomplish. text: how it is worked in. same: all the wordings in which it may have been given."""

    text: str
    same: tuple[str, ...]

    def stands_in(self, line: str) -> bool:
        """Whether a line holds it already, in any of its wordings."""
        return any(holds(line, one) for one in self.same)


def holds(text: str, answer: str) -> bool:
    """Whether every word of an answer that carries meaning stands in the text already."""
    words = stems(answer)
    return bool(words) and words <= stems(text)


def put_as(entry: Entry, form: Form, call: Call) -> str:
    """An entry as an answer of this form, in the words of this call."""
    known = parts(entry, call)
    if form == "act":
        return known["do"] or known["know"]
    return known["result"] if form == "result" else _shown(known["result"], entry)


def _shown(words: str, entry: Entry) -> str:
    """With what will show it; where that says no more than the words do, it is put in writing."""
    if stems(entry.measure) <= stems(words):
        return f"{words}, {WRITTEN}"
    kind = phrase(entry.measure).kind
    return f"{words}, with {entry.measure} to show for it" if kind in ("thing", "know") else words


def outcomes(answers: Iterable[str], call: Call, catalogue: Catalogue) -> list[Outcome]:
    """The separate things that the answers name, in order; several wordings of one entry are one thing."""
    found: dict[str, list[str]] = {}
    known = _wordings(call.product, catalogue)
    for answer in dict.fromkeys(trimmed(answer) for answer in answers):
        if answer:
            found.setdefault(known[answer][0].id if answer in known else answer, []).append(answer)
    return [_together(said, known, call) for said in found.values()]


def _together(said: Sequence[str], known: Mapping[str, tuple[Entry, Form]], call: Call) -> Outcome:
    if said[0] not in known:
        return Outcome(said[0], (said[0],))
    entry, forms = known[said[0]][0], {known[one][1] for one in said}
    best = put_as(entry, "act" if "act" in forms else "result", call)
    text = _shown(best, entry) if "shown" in forms else best
    return Outcome(text, tuple(dict.fromkeys((text, *(put_as(entry, form, call) for form in _FORMS), best))))


_FORMS: tuple[Form, ...] = ("act", "result", "shown")


@lru_cache(maxsize=8)
def _wordings(product: str | None, catalogue: Catalogue) -> Mapping[str, tuple[Entry, Form]]:
    """Every wording that the catalogue gives an entry in a call about this product."""
    call = Call(product=product)
    return {
        trimmed(put_as(entry, form, call)): (entry, form) for entry in catalogue.entries for form in reversed(_FORMS)
    }
