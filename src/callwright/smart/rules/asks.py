"""What a line asks of the customer: whether it is a purchase, what standing it takes, and of whom it is asked."""

from __future__ import annotations

from typing import Final

from callwright.smart.reading.model import Clause, Person, Reading

_ASKS: Final = frozenset({"commitment", "purchase"})
_TIES: Final = frozenset({"purchase"})
_FREE: Final = frozenset("free sample trial pilot demo test visit meeting quote quotation nda intro introduction".split())
_WIDE: Final = frozenset({"everything"})


def purchase(reading: Reading) -> Clause | None:
    """The clause that asks for a purchase, a contract or an exclusive tie, None if none does."""
    return next((clause for clause in reading.results if clause.act.kind in _ASKS and _buys(reading, clause)), None)


def _buys(reading: Reading, clause: Clause) -> bool:
    words = {token.norm for token in reading.tokens[clause.first : clause.last]}
    if words & _FREE:
        return False
    return clause.act.kind == "purchase" or any(
        clause.first <= mark.first < clause.last for mark in reading.marked("nouns", "purchase")
    )


def authority(reading: Reading) -> tuple[Clause | None, int]:
    """The clause that takes the most standing, and how much: 3 for a purchase, 1 for a yes, 0 for a fact."""
    clause = purchase(reading)
    if clause is not None:
        return clause, 3
    clause = next((clause for clause in reading.results if clause.act.kind == "commitment"), None)
    return clause, 1 if clause is not None else 0


def receiver(reading: Reading, clause: Clause) -> Person | None:
    """Who is to grant it: the person before the verb of the clause, pronouns left aside."""
    for person in reading.people:
        if clause.first <= person.first < clause.act.last and person.standing is not None:
            return person
    return None
