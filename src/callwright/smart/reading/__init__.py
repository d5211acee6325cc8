"""The text read once: tokens, clauses, who acts and how, numbers, people, times. Pure lexicon and grammar, no model."""

from __future__ import annotations

from callwright.smart.lexicon import Lexicon, default
from callwright.smart.reading.acts import act_of
from callwright.smart.reading.clauses import Stretch, split
from callwright.smart.reading.details import people, quantities, times
from callwright.smart.reading.line import Line
from callwright.smart.reading.matching import find_marks
from callwright.smart.reading.model import Act, Clause, Mark, Person, Quantity, Reading, Span, Token
from callwright.smart.reading.outcomes import count
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
    return Reading(
        text, tuple(tokens), tuple(line.marks), clauses, tuple(people(line)), tuple(quantities(line)),
        tuple(times(line)), count(line, clauses), stem, _fallback(line, clauses),
    )  # fmt: skip


def _clause(line: Line, stretch: Stretch) -> Clause:
    first, last, role = stretch
    act = act_of(line, first, last)
    asks = line.tokens[last - 1].norm == "?"
    negated = any(line.grammar(place, "negation") for place in range(first, last))
    return Clause(first, last, act, role, asks, negated, _firm(line, first, last))


def _firm(line: Line, first: int, last: int) -> bool:
    """A data point, a count or a bound stands in the stretch."""
    for place in range(first, last):
        token = line.tokens[place]
        if token.kind == "number" or line.grammar(place, "question"):
            return True
        if any(mark.group in {"fact", "admin", "product"} for mark in line.at[place].get("nouns", ())):
            return True
        if token.norm in _COUNTS:
            return True
    return False


_COUNTS = frozenset("one two three four five six seven eight nine ten first biggest main least most either".split())


def _fallback(line: Line, clauses: tuple[Clause, ...]) -> Span | None:
    for clause in clauses:
        if clause.role == "fallback":
            return line.tokens[clause.first].start, line.tokens[clause.last - 1].end
    return None
