"""How many separate outcomes a line names, as the annotation guide counts them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.details import number_of
from callwright.smart.reading.line import Line
from callwright.smart.reading.model import Clause

STEPS: Final = frozenset({"seller_activity", "service"})
"""What the seller does: counted, as often as things are named, only where nothing comes of it."""
_KNOWING: Final = frozenset({"inquiry", "disclosure", "probe", "admin"})
_COUNTED: Final = frozenset({"commitment", "purchase", "uncover"})
_JOINS: Final = frozenset({",", "and", "plus", ";", "then", "+"})
_SETTLING: Final = frozenset(
    words_of("settle, negotiate, renegotiate, hammer, haggle, thrash, agree, nail, finalise, finalize, sign, sell")
)
_WARES: Final = frozenset(
    words_of(
        "products, product, models, model, modules, module, machines, families, systems, apps, kits, lines, versions"
    )
)
_TALKED: Final = 4
"""Up to so many subjects make one conversation."""
_MOST: Final = 9


def count(line: Line, clauses: Sequence[Clause]) -> int:
    """Separate outcomes, 1-9: facts gathered in one go are one, and steps towards a result add none."""
    results = [clause for clause in clauses if clause.role == "result"]
    bare = all(clause.act.actor == "unstated" for clause in results)
    ends = [kind for clause in results if bare or _counts(line, clause) for kind in _ends(line, clause)]
    if ends:
        known = any(kind in _KNOWING for kind in ends)
        bought = "purchase" in ends
        given = sum(kind in _COUNTED - {"purchase"} for kind in ends) - _repeated(results)
        return min(_MOST, max(1, given + known + bought))
    return min(_MOST, max(1, _steps(line, results)))


def _repeated(results: Sequence[Clause]) -> int:
    """'Agree price, agree delivery': points of one decision, named one by one."""
    lemmas = [clause.act.lemma for clause in results if clause.act.kind == "commitment" and not clause.act.nominal]
    return sum(lemmas.count(lemma) - 1 for lemma in set(lemmas) if lemma in _SETTLING)


def _steps(line: Line, results: Sequence[Clause]) -> int:
    """Things shown or done, and subjects talked about: a few subjects make one conversation."""
    talked = sum(_things(line, clause) for clause in results if clause.act.kind == "open_activity")
    done = sum(_things(line, clause) for clause in results if clause.act.kind in STEPS)
    return done + (talked if talked > _TALKED else min(talked, 1))


def _counts(line: Line, clause: Clause) -> bool:
    """A bare noun in a sentence of its own is an aside where verbs say what is wanted."""
    if clause.act.actor != "unstated":
        return True
    before = line.tokens[clause.first - 1].norm if clause.first else ""
    return before in _JOINS or line.tokens[clause.first].norm in _JOINS


def _ends(line: Line, clause: Clause) -> Iterator[str]:
    """The kinds of result that the clause names: its act, and the nouns listed after it."""
    kind = clause.act.kind
    if kind not in _KNOWING and kind not in _COUNTED:
        return
    yield kind
    if clause.act.lemma.split()[0] in _SETTLING or clause.act.actor == "customer":
        return
    for start, stop in _listed(line, clause):
        found = _listed_kind(line, start, stop)
        if found is not None:
            yield found


def _listed(line: Line, clause: Clause) -> Iterator[tuple[int, int]]:
    """The members of a list after the act: 'the tour', 'a trial date' and 'two referrals'."""
    start = None
    for place in range(clause.act.last, clause.last):
        if line.tokens[place].norm in _JOINS:
            if start is not None and start < place:
                yield start, place
            start = place + 1
    if start is not None and start < clause.last:
        yield start, clause.last


def _listed_kind(line: Line, start: int, stop: int) -> str | None:
    """What a member of a list is: a commitment, something to know, another opening; None for anything else."""
    for place in range(start, min(start + 5, stop)):
        if line.grammar(place, "preposition"):
            return None
        for mark in line.at[place].get("nouns", ()):
            if mark.entry.group in {"commitment", "purchase"}:
                return mark.entry.group
            if mark.entry.group in {"fact", "admin"}:
                return "inquiry"
            if mark.entry.group == "opening":
                return "uncover"
    return None


def _things(line: Line, clause: Clause) -> int:
    """How many things are shown or done in the clause: 'the tugger, then the stacker' is two, 'all six modules' six."""
    places = range(clause.act.last, clause.last)
    listed = 1 + sum(_opens_item(line, place, clause.last) for place in places)
    if clause.act.kind == "open_activity":
        return listed
    numbers = (number_of(line.tokens[place]) for place in places if _before_wares(line, place, clause.last))
    return max(listed, *(int(number) for number in numbers if number is not None), 1)


def _before_wares(line: Line, place: int, stop: int) -> bool:
    """The number says how many products, models or modules there are."""
    return any(line.tokens[after].norm in _WARES for after in range(place + 1, min(place + 3, stop)))


def _opens_item(line: Line, place: int, stop: int) -> bool:
    """A comma or an 'and' with a thing after it."""
    if line.tokens[place].norm not in _JOINS or place + 1 >= stop:
        return False
    return line.tokens[place + 1].norm not in _JOINS and line.tokens[place + 1].kind == "word"
