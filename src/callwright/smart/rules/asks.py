"""What a line asks of the customer: whether it is a purchase, what standing it takes, and of whom it is asked."""

from __future__ import annotations

from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.model import Clause, Person, Reading

_ASKS: Final = frozenset({"commitment", "purchase"})
FREE: Final = frozenset(
    words_of(
        "free, sample, samples, trial, pilot, demo, test, visit, meeting, quote, quotation, nda, intro, "
        "introduction, referral, tender, shortlist, agenda"
    )
)
"""Words for steps that are no purchase."""
_BINDING: Final = frozenset(
    words_of(
        "sign, signature, countersign, approve, approval, authorise, authorize, green, decision, sanction, "
        "ratify, ink, exclusive, countersigned, signed, approved, okay"
    )
)
_SMALL: Final = frozenset(
    words_of(
        "introduce, refer, pass, hand, give, tell, take, show, let, name, ask, forward, bring, ring, call, "
        "meeting, introduction, intro, referral, lead, put, come, send, email, mail, share, post, sample"
    )
)
_CONFIDENTIAL: Final = frozenset(
    words_of(
        "board, board's, chairman, directors, director, strategy, capex, acquire, acquisition, takeover, "
        "merger, confidential"
    )
)


def purchase(reading: Reading) -> Clause | None:
    """The clause that asks for a purchase, a contract or an exclusive tie, None if none does."""
    wanted = [clause for clause in reading.results if clause.act.kind in _ASKS and not _setting(reading, clause)]
    return next((clause for clause in wanted if _buys(reading, clause)), None)


def _setting(reading: Reading, clause: Clause) -> bool:
    """A bare noun beside other sentences ('their lease runs out; …')."""
    return clause.act.actor == "unstated" and len(reading.results) > 1


def _buys(reading: Reading, clause: Clause) -> bool:
    if reading.said_in(clause) & FREE and "paid" not in reading.said_in(clause):
        return False
    return clause.act.kind == "purchase" or any(reading.marked_in(clause.first, clause.last, "nouns", "purchase"))


def authority(reading: Reading) -> tuple[Clause | None, int]:
    """The clause that takes the most standing, and how much: 3 a purchase or a signature, 2 a yes, 0 a fact."""
    levels = [(_level(reading, clause), clause) for clause in reading.results]
    needed = max((level for level, _ in levels), default=0)
    return next((clause for level, clause in levels if level == needed and needed), None), needed


def _level(reading: Reading, clause: Clause) -> int:
    words, kind = reading.said_in(clause), clause.act.kind
    if kind in _ASKS and (_buys(reading, clause) or words & _BINDING):
        return 3 if not words & FREE else 2
    if kind == "commitment":
        return 0 if set(clause.act.lemma.split()) & _SMALL else 2
    if kind in {"inquiry", "disclosure", "probe"} and words & _CONFIDENTIAL and clause.act.lemma != "ask":
        return 2
    return 0


def receiver(reading: Reading, clause: Clause) -> Person | None:
    """Who is to grant it: the person before the verb of the clause, pronouns left aside."""
    for person in reading.people:
        if clause.first <= person.first < clause.act.last and person.standing is not None:
            return person
    return None
