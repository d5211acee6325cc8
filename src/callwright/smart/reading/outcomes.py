"""How many separate outcomes a line names, as the annotation guide counts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from callwright.smart.reading.line import Line
from callwright.smart.reading.model import Act, Clause

_STEPS: Final = frozenset({"seller_activity", "open_activity", "contact", "service", "relationship"})
_KNOWLEDGE: Final = frozenset({"inquiry", "disclosure", "probe", "admin"})
_LIST_WORDS: Final = frozenset({",", "and", "&", "plus", ";", "then", "or"})


def count(line: Line, clauses: Sequence[Clause]) -> int:
    """Separate outcomes, at least 1: facts gathered in one go are one; steps towards a result add none."""
    results = [clause for clause in clauses if clause.role == "result"]
    ends = [clause for clause in results if clause.act.kind not in _STEPS]
    wanted = ends or results
    knowledge = sum(clause.act.kind in _KNOWLEDGE for clause in wanted)
    others = [clause for clause in wanted if clause.act.kind not in _KNOWLEDGE]
    listed = sum(_items(line, clause) for clause in others)
    return max(1, listed + min(knowledge, 1))


def _items(line: Line, clause: Clause) -> int:
    """How many things a clause lists: 'book the tour, the trial and the review' is three."""
    if clause.act.kind not in {"commitment", "purchase", "uncover", "push"} and clause.act.kind not in _STEPS:
        return 1
    items, place = 1, clause.act.last
    while place < clause.last:
        token = line.tokens[place]
        if token.norm in _LIST_WORDS and place + 1 < clause.last and _item_follows(line, place + 1, clause.last):
            items += 1
            place += 1
        place += 1
    return items


def _item_follows(line: Line, place: int, last: int) -> bool:
    while place < last and line.tokens[place].norm in _LIST_WORDS:
        place += 1
    return place < last and (line.opens_noun(place) or "nouns" in line.at[place] or line.tokens[place].kind == "number")


def single(act: Act) -> bool:
    """Whether an act is by nature one thing."""
    return act.kind in _KNOWLEDGE
