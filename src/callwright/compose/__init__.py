"""From a situation to objectives: suggestions, lines from parts, questions that mend a weak line, one or two of many.

Pure and deterministic: no clock, no chance, no network. `smart` is the only other part of Callwright that it uses.
"""

from callwright.compose.catalogue import Catalogue, default
from callwright.compose.model import STEMS, Composed, Entry, Question, Stem, Suggestion
from callwright.compose.objective import BadSlots, compose
from callwright.compose.suggest import suggest

__all__ = [
    "STEMS",
    "BadSlots",
    "Catalogue",
    "Composed",
    "Entry",
    "Question",
    "Stem",
    "Suggestion",
    "compose",
    "default",
    "suggest",
]
