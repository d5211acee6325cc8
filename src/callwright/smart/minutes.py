"""How long an objective takes, by the guide's rough figures: a lexical estimate from the reading alone."""

from __future__ import annotations

from functools import cache
from typing import Final

from callwright.smart.lexicon.store import table, words_of
from callwright.smart.reading.details import number_of
from callwright.smart.reading.model import Clause, Reading

LONGEST: Final = 240
"""Minutes beyond which no estimate goes."""
_KNOWING: Final = frozenset({"inquiry", "disclosure", "uncover", "admin"})
_AGREEING: Final = frozenset({"commitment", "purchase", "opinion"})
_MOODS: Final = frozenset(words_of("relationship, feeling, belief, push, value, target, contact, care, courtesy"))
_MANY: Final = frozenset(words_of("three, four, five, six, seven, eight, nine, ten, every, each, all"))


def minutes_needed(reading: Reading) -> int:
    """Rough minutes, 1-240, that the line takes; steps towards a result are counted, fallbacks and asides are not."""
    clauses = [clause for clause in reading.clauses if clause.role == "result"]
    wanted = [clause for clause in clauses if clause.act.kind != "unstated" or _walks(reading, clause)] or clauses
    knowing = [clause for clause in wanted if clause.act.kind in _KNOWING]
    moods = [clause for clause in wanted if clause.act.kind in _MOODS]
    others = [clause for clause in wanted if clause not in knowing and clause not in moods]
    total = sum(_of_clause(reading, clause) for clause in others) + _longest(reading, moods) + _known(reading, knowing)
    return max(1, min(LONGEST, total))


def figure(name: str) -> int:
    """The guide's minutes for one thing: 'fact', 'product_shown', 'terms' …"""
    return int(table("minutes")["minutes"][name])


def _longest(reading: Reading, moods: list[Clause]) -> int:
    """Saying hello, catching up and being liked are one conversation."""
    return max((_mood(reading, clause) for clause in moods), default=0)


def _mood(reading: Reading, clause: Clause) -> int:
    if clause.act.kind == "courtesy":
        return figure("drop_off")
    return figure("introduction") if reading.said_in(clause) & _words("introduce") else figure("talk")


def _known(reading: Reading, knowing: list[Clause]) -> int:
    """Facts asked for together are one round of questions."""
    walked = any(_walks(reading, clause) for clause in knowing)
    if not knowing:
        return 0
    several = len(knowing) > 1 or any(_lists(reading, clause) for clause in knowing)
    return (figure("site_walk") if walked else 0) + (figure("facts") if several else figure("fact"))


def _lists(reading: Reading, clause: Clause) -> bool:
    commas = sum(token.norm == "," for token in reading.tokens[clause.first : clause.last])
    return commas >= 2 or bool(reading.said_in(clause) & _MANY)


def _of_clause(reading: Reading, clause: Clause) -> int:
    words, kind = reading.said_in(clause), clause.act.kind
    if _walks(reading, clause):
        return figure("site_walk") * min(_number(reading, clause), 4)
    if kind in _AGREEING:
        return _agreement(reading, clause, words)
    if kind in {"probe", "unstated"}:
        return figure("talk") if kind == "probe" else figure("commitment")
    return _activity(reading, clause, words)


def _walks(reading: Reading, clause: Clause) -> bool:
    """A round of the site, and not 'walk them through the contract'."""
    words = [token.norm for token in reading.tokens[clause.first : min(clause.last, clause.first + 5)]]
    return bool(_words("walk") & set(words)) and "through" not in reading.said_in(clause)


def _agreement(reading: Reading, clause: Clause, words: frozenset[str]) -> int:
    items = 1 + sum(token.norm in {",", "and"} for token in reading.tokens[clause.first : clause.last])
    if words & _words("settle") and items >= 3:
        return max(figure("terms"), items * figure("term_in_a_list"))
    if words & _words("terms") and clause.act.lemma != "sign":
        return figure("terms")
    return figure("commitment") + (figure("concern") if words & _words("concern") else 0)


def _activity(reading: Reading, clause: Clause, words: frozenset[str]) -> int:
    """Something shown, gone through, taught, put right or dropped off, as often as things are named."""
    if words & _words("pages") and _number(reading, clause) > 1:
        return max(figure("document_gone_through"), _number(reading, clause))
    if "by" in words and words & _words("by_line"):
        return figure("line_by_line")
    if words & _words("train"):
        return figure("training")
    return _deed(reading, clause, words) or _talk(reading, clause, words)


def _deed(reading: Reading, clause: Clause, words: frozenset[str]) -> int | None:
    """Showing, putting right, dropping off; None for talk."""
    if clause.act.kind == "service":
        return figure("repair") * min(_number(reading, clause), 24)
    if clause.act.kind != "seller_activity":
        return None
    if words & _words("show"):
        return figure("product_shown") * _things(reading, clause)
    return figure("drop_off") if words & _words("admin") else figure("talk")


def _talk(reading: Reading, clause: Clause, words: frozenset[str]) -> int:
    document = figure("document_gone_through") if words & _words("document") else 0
    return max(document, figure("talk") * min(_things(reading, clause), 4))


def _number(reading: Reading, clause: Clause) -> int:
    """The largest count in the clause, at least 1: 'all nine pumps', 'the 80-page spec'."""
    values = (number_of(token) or 1 for token in reading.tokens[clause.first : clause.last])
    return int(min(max(values, default=1), LONGEST))


def _things(reading: Reading, clause: Clause) -> int:
    tokens = reading.tokens[clause.act.last : clause.last]
    return 1 + sum(token.norm in {",", "and", "plus", "both"} for token in tokens)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words_of(table("minutes")["words"][name]))
