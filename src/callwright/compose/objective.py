"""Composing a line from its parts: who does what, by when, what shows it, and the least that would still do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from callwright.compose.model import STEMS, Composed, Entry, Stem
from callwright.compose.people import ANYBODY, Person, attending, person
from callwright.compose.phrase import Phrase, phrase, trimmed
from callwright.compose.wording import asked, capital, parts, third
from callwright.smart import Call, CallwrightError

BLANKS: Final = ("who", "what", "date", "measure", "fallback")
"""The names of visible blanks, as they stand in brackets."""


class BadSlots(CallwrightError):
    """The parts do not make an objective: the message says which and what to do."""


def compose(
    what: str | Entry | Sequence[str | Entry],
    *,
    who: str | None = None,
    by: str | None = None,
    measure: str | None = None,
    fallback: str | None = None,
    stem: Stem = "free",
    call: Call | None = None,
) -> Composed:
    """A line from its parts. Nothing is made up: a part left open stands as a blank, which does not pass the check.

    what: one thing to accomplish, or two (one category or a combination): a catalogue entry, or words ("book a demo",
    "who signs", "a signed order", "she signs the lease"). who: who does it; None takes it from the call. by: until
    when. measure: what will show it. fallback: the least that still advances. For each of these "" leaves a blank, and
    None leaves it out.
    stem: free form, or one of the three openings of the seed. Raises BadSlots for no thing, or more than two.
    """
    call = call or Call()
    things = [what] if isinstance(what, (str, Entry)) else list(what)
    if not 1 <= len(things) <= 2:
        raise BadSlots(f"{len(things)} things to accomplish; a line takes one or two")
    head = " and ".join(_part(thing, who, call, stem, place) for place, thing in enumerate(things))
    head = STEMS[stem] + head if stem != "free" else capital(head)
    text = head + _until(by, head) + _shown(measure) + _failing(fallback, call)
    return Composed(text, tuple(name for name in BLANKS if f"[{name}]" in text))


def blank(name: str) -> str:
    """The visible blank for a part that is still open."""
    return f"[{name}]"


def _part(thing: str | Entry, who: str | None, call: Call, stem: Stem, place: int) -> str:
    if isinstance(thing, Entry):
        known = parts(thing, call)
        said = Phrase(known["do"] or known["know"], "do" if thing.do else "know")
        somebody = _somebody(who, call, asked(thing, call))
    else:
        said = phrase(thing) if thing.strip() else Phrase(blank("what"), "thing")
        somebody = _somebody(who, call, None)
    return _WAYS[stem](said, somebody, place)


def _somebody(who: str | None, call: Call, known: Person | None) -> Person:
    if who is not None:
        return person(who) if who.strip() else Person(blank("who"), 0)
    people = attending(call)
    return known or max(people, key=lambda one: one.standing, default=Person(ANYBODY, 0))


def _free(said: Phrase, who: Person, _place: int) -> str:
    return {
        "do": f"get {who.name} to {said.text}",
        "know": f"find out {said.text}",
        "thing": f"leave with {said.text}",
    }.get(said.kind, said.text)


def _accomplish(said: Phrase, who: Person, place: int) -> str:
    have = "" if place == 0 else "have "
    return {
        "do": f"{have}got {who.name} to {said.text}",
        "know": f"{have}found out {said.text}",
        "thing": f"{have}{said.text}" if place == 0 else f"also have {said.text}",
        "clause": f"{have}brought it about that {said.text}",
    }.get(said.kind, f"{have}managed to {said.text}")


def _advance(said: Phrase, who: Person, place: int) -> str:
    need = "" if place == 0 else "I need "
    return {
        "do": f"{need}{who.name} to {said.text}",
        "know": f"{need}to know {said.text}",
        "thing": f"{need}{said.text}",
        "clause": f"{need}it settled that {said.text}",
    }.get(said.kind, f"{need}to {said.text}")


def _success(said: Phrase, who: Person, _place: int) -> str:
    does = said.text if who.plural else third(said.text)
    return {
        "do": f"{who.name} {does}",
        "know": f"I learn {said.text}",
        "thing": f"I leave with {said.text}",
        "clause": said.text,
    }.get(said.kind, f"I {said.text}")


_TIMES: Final = ("by ", "before ", "on ", "until ", "this ", "next ")
_SHORT: Final = 9
"""In a longer line the time stands apart, lest it seem to belong to the last word alone."""

_WAYS: Final = {"free": _free, "accomplish": _accomplish, "advance": _advance, "success": _success}


def _until(by: str | None, head: str) -> str:
    if by is None:
        return ""
    by = trimmed(by) or blank("date")
    led = by if by.lower().startswith(_TIMES) else f"by {by}"
    return f", {led}" if len(head.split()) > _SHORT else f" {led}"


def _shown(measure: str | None) -> str:
    if measure is None:
        return ""
    said = phrase(measure) if measure.strip() else Phrase(blank("measure"), "thing")
    return (
        f"; the sign of it: {said.text}"
        if said.kind in ("clause", "do", "seller")
        else f", with {said.text} to show for it"
    )


def _failing(fallback: str | None, call: Call) -> str:
    """The least that would do. Where the customer can say yes on this call it stands in brackets: the line asks for
    the yes, and must not be read as asking for less."""
    if fallback is None:
        return ""
    least = trimmed(fallback) or blank("fallback")
    return f" (failing that, {least})" if call.stage == "decision" else f"; failing that, {least}"
