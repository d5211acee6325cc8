"""Words as data: what verbs, nouns and roles mean on a sales call. One TOML file a topic."""

from callwright.smart.lexicon.store import Lexicon, default
from callwright.smart.lexicon.trie import Entry

__all__ = ["Entry", "Lexicon", "default"]
