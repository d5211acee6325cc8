"""A text cut where marks begin and end, so that a page can show each stretch with the letters that it bears on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from callwright.smart import Assessment, Finding
from callwright.web.checking.telling import telling


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of the text, and the criteria that they speak against or for."""

    words: str
    against: tuple[str, ...] = ()
    favours: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether the words bear on any letter."""
        return bool(self.against or self.favours)


def stretches(verdict: Assessment) -> list[Stretch]:
    """The whole text in order, cut at every edge of a shown mark."""
    shown = list(_shown(verdict))
    edges = sorted({0, len(verdict.text), *(edge for start, end, _ in shown for edge in (start, end))})
    return [_stretch(verdict.text, start, end, shown) for start, end in pairwise(edges)]


Mark = tuple[int, int, Finding]


def _shown(verdict: Assessment) -> Iterator[Mark]:
    """The findings that are shown and have words to point at: against where a letter is unmet, for where it is met."""
    for criterion in verdict.criteria.values():
        for finding in telling(criterion):
            if finding.start is not None and finding.end is not None:
                yield finding.start, finding.end, finding


def _stretch(text: str, start: int, end: int, shown: Iterable[Mark]) -> Stretch:
    here = [finding for first, last, finding in shown if first < end and last > start]
    against = dict.fromkeys(finding.criterion for finding in here if not finding.favours)
    favours = dict.fromkeys(finding.criterion for finding in here if finding.favours)
    return Stretch(text[start:end], tuple(against), tuple(favours))
