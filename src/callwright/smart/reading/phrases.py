"""What a noun stands for, and what a verb of the customer means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from callwright.smart.reading.line import Line
from callwright.smart.reading.model import Act, ActKind, Mark

NOUN_KINDS: Final[Mapping[tuple[str, str], ActKind]] = {
    ("nouns", "commitment"): "commitment", ("nouns", "purchase"): "purchase", ("nouns", "fact"): "inquiry",
    ("nouns", "admin"): "admin", ("nouns", "opening"): "uncover", ("nouns", "terms"): "commitment",
    ("nouns", "thing"): "seller_activity", ("nouns", "product"): "unstated",
    ("vague", "result"): "value", ("vague", "topic"): "probe", ("vague", "offer"): "open_activity",
    ("feelings", "noun"): "relationship", ("feelings", "state"): "feeling", ("scope", "goal"): "relationship",
    ("scope", "target"): "purchase",
}  # fmt: skip
"""What a clause is after that turns on a noun: ('nouns', 'fact') -> something we learn."""

_CUSTOMER_KINDS: Final[Mapping[str, ActKind]] = {
    "commitment": "commitment", "disclosure": "disclosure", "purchase": "purchase", "feeling": "feeling",
    "opinion": "opinion",
}  # fmt: skip


def customer_kind(mark: Mark) -> ActKind:
    """The kind of act of a verb whose subject is the customer."""
    return _CUSTOMER_KINDS[mark.group]


def noun(line: Line, start: int, last: int, kinds: Mapping[tuple[str, str], ActKind]) -> Act | None:
    """The first noun of one of the kinds in the stretch, as an act."""
    for place in range(start, last):
        for topic in ("scope", "nouns", "vague", "feelings"):
            for mark in line.at[place].get(topic, ()):
                kind = kinds.get((topic, mark.group))
                if kind is not None:
                    return Act("unstated", kind, mark.entry.lemma, mark.first, mark.last, nominal=True)
    return None
