"""Who is asked: how a person of the customer's is named in a sentence, and what they could grant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from callwright.smart import Call
from callwright.smart.reading import read

ANYBODY: Final = "the customer"
"""The person asked where nobody is known to attend."""

UNSURE: Final = 1
"""What somebody is taken to be able to grant where the lexicon does not know the words for them."""

_DETERMINER: Final = re.compile(r"(the|an?|our|their|his|her|both|all|\d+|two|three|four|several)\b", re.IGNORECASE)
_SOMEBODYS: Final = re.compile(r"[A-Z][\w.-]*['’]s\b")
_ROLE_BEHIND: Final = re.compile(r"\s*(?:\(|,|\s[-–—]\s|/).*$")
_TITLE: Final = re.compile(r"(mr|mrs|ms|miss|mx|dr|prof|sir|dame|sister|father|rev)\b\.?\s", re.IGNORECASE)
_PARTICLES: Final = frozenset({"de", "da", "van", "von", "der", "den", "del", "di", "la", "le", "bin", "al", "and"})
_BARE: Final = re.compile(
    r"procurement|purchasing|finance|legal|reception|marketing|management|everyone|everybody|somebody|whoever\b.*|they|she|he",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(
    r"(two|three|four|five|six|\d+|both|all|several)\b|.*[^s]s$|.*\b(team|board|committee|people)$", re.IGNORECASE
)
_SINGULAR_S: Final = re.compile(
    r".*\b(boss|operations|sales|services|facilities|logistics|systems|works|accounts|ops|is|us|ss)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody asked. name: as it stands in a sentence ("the CFO", "Dana"). standing: 0-3. plural: more than one."""

    name: str
    standing: int
    plural: bool = False


def attending(call: Call) -> tuple[Person, ...]:
    """Those known to attend, in the order in which they were given."""
    return tuple(person(who) for who in call.attendees)


@lru_cache(maxsize=1024)
def person(who: str) -> Person:
    """The person behind a role ("CFO"), a name ("Dana") or a name with a role ("Dana (IT lead)")."""
    return Person(named(who), standing(who), _plural(who))


@lru_cache(maxsize=1024)
def standing(who: str) -> int:
    """What they could plausibly grant, 0-3, from the words for them; UNSURE where the lexicon does not know them."""
    known = [found.standing for found in read(who).people if found.standing is not None]
    return max(known) if known else UNSURE


def named(who: str) -> str:
    """How a sentence names them: a role gets its article, a name stands alone, the role behind a name is left out."""
    who = " ".join(who.split())
    short = _ROLE_BEHIND.sub("", who) or who
    if _DETERMINER.match(short):
        return short[0].lower() + short[1:]
    if _TITLE.match(short) or _SOMEBODYS.match(short):
        return short
    if _BARE.fullmatch(short):
        return short if short.isupper() else short.lower()
    if not _is_role(short):
        return short if short[:1].isupper() else f"the {short}"
    return f"the {_lowered(short)}"


def _is_role(who: str) -> bool:
    """A role known to the lexicon, or words of which one is no name ("Stock boy")."""
    plain = any(word.islower() and word not in _PARTICLES for word in who.split()[1:])
    return plain or any(found.standing is not None for found in read(who).people) or who.isupper()


def _lowered(role: str) -> str:
    """A role in the middle of a sentence: "Practice Owner" is a practice owner, "CFO" and "IT lead" stay."""
    return " ".join(word.lower() if word.istitle() and len(word) > 1 else word for word in role.split())


def _plural(who: str) -> bool:
    short = _ROLE_BEHIND.sub("", who)
    return bool(_PLURAL.match(short)) and not _SINGULAR_S.match(short)
