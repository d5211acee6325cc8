"""The text read once: tokens, clauses, who acts and how, numbers, people, times. Pure lexicon and grammar, no model."""

from __future__ import annotations

from typing import Final

from callwright.smart.lexicon import Lexicon, default
from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.acts import act_of
from callwright.smart.reading.clauses import Stretch, split
from callwright.smart.reading.details import people, quantities, times
from callwright.smart.reading.line import Line
from callwright.smart.reading.matching import find_marks
from callwright.smart.reading.model import Act, Clause, Mark, Person, Quantity, Reading, Span, Token
from callwright.smart.reading.outcomes import count
from callwright.smart.reading.phrases import endless, precise
from callwright.smart.reading.stems import stem_of
from callwright.smart.reading.tokens import tokenise
from callwright.smart.reading.typos import mended

__all__ = ["Act", "Clause", "Mark", "Person", "Quantity", "Reading", "Span", "Token", "read"]


def read(text: str, lexicon: Lexicon | None = None) -> Reading:
    """Reads a line; any text gives a reading (use `text.prepare` first to refuse what is not a line)."""
    lexicon = lexicon or default()
    tokens = mended(tokenise(text, lexicon), lexicon)
    line = Line(tokens, find_marks(tokens, lexicon))
    offset, stem = stem_of(text)
    start = next((place for place, token in enumerate(tokens) if token.start >= offset), len(tokens))
    clauses = tuple(_clause(line, stretch) for stretch in split(line, start))
    results = tuple(clause for clause in clauses if clause.role == "result")
    return Reading(
        text, tuple(tokens), tuple(line.marks), clauses, tuple(people(line)), tuple(quantities(line)),
        tuple(times(line)), count(line, clauses), results, stem, _fallback(line, clauses),
    )  # fmt: skip


def _clause(line: Line, stretch: Stretch) -> Clause:
    first, last, role = stretch
    act = act_of(line, first, last)
    asks = line.tokens[last - 1].norm == "?"
    negated = any(line.grammar(place, "negation") for place in range(first, last))
    places = range(first, last)
    return Clause(
        first, last, act, role, asks, negated,
        counted=any(line.tokens[place].kind == "number" or line.tokens[place].norm in _COUNTS for place in places),
        asked=any(precise(line, place, last) for place in places),
        open=any(endless(line, place, last) for place in places),
        named=any(mark.group in _NAMED for place in places for mark in line.at[place].get("nouns", ())),
    )  # fmt: skip


_COUNTS: Final = frozenset(
    words_of(
        "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, forty, "
        "fifty, both, either, first, biggest, main, top, least"
    )
)
_NAMED: Final = frozenset({"fact", "admin", "product"})


def _fallback(line: Line, clauses: tuple[Clause, ...]) -> Span | None:
    for clause in clauses:
        if clause.role == "fallback":
            return line.tokens[clause.first].start, line.tokens[clause.last - 1].end
    return None
