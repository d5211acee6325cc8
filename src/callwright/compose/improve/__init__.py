"""From a weak line to one that passes: a question for each unmet criterion, a rewriting that keeps the rep's words."""

from callwright.compose.improve.guard import invented, sources_of
from callwright.compose.improve.improvement import Improved, Improvement, improve

__all__ = ["Improved", "Improvement", "improve", "invented", "sources_of"]
