"""Putting an entry of the catalogue into a sentence about this call."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal

from callwright.compose.model import Entry
from callwright.compose.people import ANYBODY, Person, attending
from callwright.smart import Call
from callwright.smart.lexicon.forms import add_s

Shape = Literal["act", "fact", "pair"]

OURS: Final = "our product"
"""What is sold, where the call does not say."""

_OWN_ARTICLE: Final = re.compile(r"(the|an?|our|my)\b", re.IGNORECASE)
_OF_OURS: Final = re.compile(r"\b(trial|demonstration) of \{ours\}")
_PAPER: Final = re.compile(r"\b(?:contract|agreement|policy|policies|lease|framework|retainer)s?\b", re.IGNORECASE)
_SINGLE: Final = ("{does}", "tells us")
_IRREGULAR: Final = {"have": "has", "be": "is", "do": "does", "go": "goes"}


@cache
def frames() -> Mapping[Shape, Mapping[str, str]]:
    """The sentence patterns by what they hold: an act, a fact, or both."""
    text = (resources.files(__package__) / "frames.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)  # type: ignore[return-value]


def shape(entry: Entry) -> Shape:
    """Whether an entry is an act of the customer or a fact."""
    return "act" if entry.do else "fact"


def ours(call: Call) -> str:
    """What is sold, as a sentence names it: "our payroll software"."""
    product = (call.product or "").strip()
    if not product:
        return OURS
    return product if _OWN_ARTICLE.match(product) else f"our {product}"


def third(verb_phrase: str) -> str:
    """'book a demonstration' as somebody does it: 'books a demonstration'. The first word is the verb."""
    verb, _, rest = verb_phrase.partition(" ")
    return f"{_IRREGULAR.get(verb) or add_s(verb)} {rest}".rstrip()


def asked(entry: Entry, call: Call) -> Person:
    """Who of those attending is asked: the first who can grant it, else the one who can grant most, else anybody."""
    people = attending(call)
    able = [one for one in people if one.standing >= entry.standing]
    if able:
        return able[0]
    return max(people, key=lambda one: one.standing, default=Person(ANYBODY, entry.standing))


def usable(pattern: str, person: Person) -> bool:
    """Whether a pattern agrees with the person: a verb with an s wants one person."""
    return not (person.plural and any(mark in pattern for mark in _SINGLE))


def put(pattern: str, entry: Entry, call: Call, fact: Entry | None = None) -> str:
    """The sentence. fact: a second entry whose `know` stands beside the first one's act."""
    values = parts(entry, call)
    if fact is not None:
        values["know"] = parts(fact, call)["know"]
    return capital(pattern.format_map(values))


def parts(entry: Entry, call: Call) -> dict[str, str]:
    """What the patterns are filled with, in the words of this call."""
    known = {"ours": ours(call)}
    do, know, result = (_plain(text, call).format_map(known) for text in (entry.do, entry.know, entry.result))
    return {
        "who": asked(entry, call).name,
        "do": do,
        "does": third(do) if do else "",
        "know": know,
        "result": result,
    }


def _plain(text: str, call: Call) -> str:
    """Without what goes without saying: "a trial of our product", or "the contract for our service contract"."""
    if call.product and _PAPER.search(call.product):
        return text.replace(" for {ours}", "")
    return text if call.product else _OF_OURS.sub(r"\1", text)


def capital(sentence: str) -> str:
    """The sentence with a capital at its beginning."""
    return sentence[:1].upper() + sentence[1:]
