"""From a situation to objectives: suggestions, lines from parts, questions that mend a weak line, one or two of many.

Pure and deterministic: no clock, no chance, no network. `smart` is the only other part of Callwright that it uses.
"""

from callwright.compose.catalogue import Catalogue, default
from callwright.compose.choosing import Ranked, choose, things
from callwright.compose.improve import Improved, Improvement, improve, invented, sources_of
from callwright.compose.model import STEMS, Composed, Entry, Question, Stem, Suggestion
from callwright.compose.objective import BadSlots, compose
from callwright.compose.suggest import suggest

__all__ = [
    "STEMS",
    "BadSlots",
    "Catalogue",
    "Composed",
    "Entry",
    "Improved",
    "Improvement",
    "Question",
    "Ranked",
    "Stem",
    "Suggestion",
    "choose",
    "compose",
    "default",
    "improve",
    "invented",
    "sources_of",
    "suggest",
    "things",
]
