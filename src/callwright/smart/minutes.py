"""How long an objective takes, by the guide's rough figures: a lexical estimate from the reading alone."""

from __future__ import annotations

from functools import cache
from typing import Final

from callwright.smart.lexicon.store import table, words_of
from callwright.smart.reading.model import Clause, Reading

LONGEST: Final = 240
"""Minutes beyond which no estimate goes."""
_KNOWING: Final = frozenset({"inquiry", "disclosure", "uncover", "admin"})
_AGREEING: Final = frozenset({"commitment", "purchase", "opinion", "unstated"})


def minutes_needed(reading: Reading) -> int:
    """Rough minutes, 1-240, that the whole line takes; steps towards a result are counted, fallbacks are not."""
    clauses = [clause for clause in reading.clauses if clause.role == "result"]
    total = sum(_of_clause(reading, clause) for clause in clauses)
    facts = sum(clause.act.kind in _KNOWING for clause in clauses)
    if facts > 1:
        total -= facts * figure("fact") - figure("facts")
    return max(1, min(LONGEST, total))


def figure(name: str) -> int:
    """The guide's minutes for one thing: 'fact', 'product_shown', 'terms' …"""
    return int(table("minutes")["minutes"][name])


def _of_clause(reading: Reading, clause: Clause) -> int:
    words = {token.norm for token in reading.tokens[clause.first : clause.last]}
    kind = clause.act.kind
    if kind in _KNOWING:
        return _knowledge(reading, clause, words)
    if kind in _AGREEING:
        return _agreement(words, clause)
    if kind == "probe" or kind in {"relationship", "feeling", "push", "value", "contact"}:
        return figure("introduction") if words & _words("introduce") else figure("talk")
    return _activity(reading, clause, words)


def _knowledge(reading: Reading, clause: Clause, words: set[str]) -> int:
    if words & _words("walk"):
        return figure("site_walk")
    listed = sum(token.norm == "," for token in reading.tokens[clause.first : clause.last])
    many = listed >= 2 or words & {"three", "four", "five", "six", "seven", "eight", "nine", "ten", "every", "each", "all"}
    return figure("facts") if many else figure("fact")


def _agreement(words: set[str], clause: Clause) -> int:
    if words & _words("terms") and clause.act.lemma not in {"sign"}:
        return figure("terms")
    return figure("commitment") + (figure("concern") if words & _words("concern") else 0)


def _activity(reading: Reading, clause: Clause, words: set[str]) -> int:
    """Something shown, gone through, taught or dropped off, as often as things are named."""
    if words & _words("walk"):
        return figure("site_walk")
    if words & _words("train"):
        return figure("training")
    if words & _words("show"):
        return figure("product_shown") * _things(reading, clause)
    if words & _words("document"):
        return figure("document_gone_through")
    if clause.act.kind in {"seller_activity", "service"}:
        return figure("drop_off") if words & _words("admin") else figure("talk")
    return figure("talk") * min(_things(reading, clause), 4)


def _things(reading: Reading, clause: Clause) -> int:
    tokens = reading.tokens[clause.act.last : clause.last]
    return 1 + sum(token.norm in {",", "and", "plus"} for token in tokens)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of(table("minutes")["words"][name]))
