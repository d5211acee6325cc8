"""The questions that several rules ask of a reading, and the finders that they share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from callwright.smart.lexicon.store import words_of
from callwright.smart.model import Call
from callwright.smart.reading.model import RESULTS, Clause, Reading, Span
from callwright.smart.rules.base import Find, Hit

KNOWING = frozenset({"inquiry", "disclosure", "probe", "uncover"})


def moves(reading: Reading) -> bool:
    """Some result is an act of the customer or something that we learn, or may be one, in words unknown to us."""
    for clause in reading.results:
        if clause.act.kind in RESULTS or (clause.act.kind == "unstated" and clause.act.lemma):
            return True
    return False


def first(reading: Reading, *kinds: str) -> Clause | None:
    """The first result with an act of one of the kinds."""
    return next((clause for clause in reading.results if clause.act.kind in kinds), None)


def span_of(reading: Reading, clause: Clause) -> Span:
    """The words of the act: the verb or the noun that the clause turns on."""
    return reading.span(clause.act.first, clause.act.last)


def span_all(reading: Reading, clause: Clause) -> Span:
    """The whole clause."""
    return reading.span(clause.first, clause.last)


def only(*kinds: str, unless: Collection[str] = (), accept: Callable[[Reading, Clause], bool] | None = None) -> Find:
    """Finds acts of these kinds in a line that names no act of the customer and nothing that we learn.

    unless: kinds that, beside them, keep the rule quiet. accept: a further condition on the clause.
    """

    def find(reading: Reading, call: Call) -> Iterator[Hit]:
        if moves(reading) or first(reading, *unless) is not None or obscure(reading):
            return
        clause = first(reading, *kinds)
        if clause is not None and not _aside(reading, clause) and (accept is None or accept(reading, clause)):
            yield Hit(span_of(reading, clause))

    return find


_ABOUT = frozenset(words_of("about, over, with, around, on, that, regarding, why, against"))

_FEW = 3
_WHY = frozenset({"about", "over", "that", "regarding", "why"})


def unknown(clause: Clause) -> bool:
    """Nothing that the lexicon knows stands in the clause, which is more than a word or two."""
    return clause.act.kind == "unstated" and not clause.act.lemma and clause.last - clause.first >= _FEW


def obscure(reading: Reading) -> bool:
    """So much of the line is unknown that nobody should say what it is not."""
    missing = sum(unknown(clause) for clause in reading.results)
    return missing >= _FEW - 1 or (missing > 0 and len(reading.results) >= _FEW)


def _aside(reading: Reading, clause: Clause) -> bool:
    """A bare noun beside other sentences: the setting, and not the aim."""
    return clause.act.actor == "unstated" and len(reading.results) > 1


def unbound(reading: Reading, clause: Clause) -> bool:
    """Nothing says about what, or why: 'earn their trust', and not 'earn their trust about the recall'."""
    return not any(token.norm in _WHY for token in reading.tokens[clause.act.last - 1 : clause.last])


def on_nothing(reading: Reading, clause: Clause) -> bool:
    """The clause names no topic: 'reassure her', and not 'reassure her about switching'."""
    return not any(token.norm in _ABOUT for token in reading.tokens[clause.act.last - 1 : clause.last])


def not_counted(reading: Reading, clause: Clause) -> bool:
    """No number stands in the clause: '120 visits' can be counted, 'a visit' only made."""
    return not clause.counted


def not_firm(reading: Reading, clause: Clause) -> bool:
    """No data point, count or bound stands in the clause."""
    return not clause.firm


def broad(reading: Reading) -> Clause | None:
    """The clause that wants to know a whole topic, if nothing in the line is a data point or an act."""
    results = [clause for clause in reading.results if clause.act.kind in RESULTS]
    if not results or any(clause.act.kind not in KNOWING or _bounded(reading, clause) for clause in results):
        return None
    return next((clause for clause in results if _wide(reading, clause)), None)


def _bounded(reading: Reading, clause: Clause) -> bool:
    if clause.counted or clause.asks:
        return True
    return clause.asked or (clause.act.kind != "probe" and clause.named)


_LOOSE = frozenset({"inquiry", "probe", "uncover"})


def _wide(reading: Reading, clause: Clause) -> bool:
    if clause.act.kind in {"probe", "uncover"}:
        return True
    return clause.act.kind in _LOOSE and (clause.open or _topical(reading, clause))


def _topical(reading: Reading, clause: Clause) -> bool:
    return any(reading.marked_in(clause.first, clause.last, "vague", "topic", "step", "degree"))
