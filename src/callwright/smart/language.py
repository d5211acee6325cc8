"""Whether a text is mainly English: its letters, and the small words that give a language away. Cautious on purpose."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from callwright.smart.lexicon import default
from callwright.smart.lexicon.store import table, words_of

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LAST_LATIN: Final = 0x024F
_EXTENDED_LATIN: Final = range(0x1E00, 0x1F00)
_COMBINING: Final = range(0x0300, 0x0370)

_PARTICLES: Final = frozenset(
    words_of("de, la, le, les, du, des, del, della, di, da, dos, van, der, den, von, zu, el, al, y, e, i, und, et, och")
)

FOREIGN_LETTERS: Final = 0.4
"""Share of letters of another script from which a text counts as not English."""
FEWEST: Final = 2
"""So many words of another language are needed; one alone may be a name."""
SAMPLE: Final = 400
"""Words looked at: enough to know the language of any text."""


def other_language(text: str) -> str | None:
    """The name of the language that the text is mainly in ('another script' where letters tell), None for English."""
    text = unicodedata.normalize("NFKC", text)
    written = [match.group() for match in _WORD.finditer(text)]
    words = [word.casefold().replace("’", "'") for word in written]
    if not words:
        return None
    if not text.isascii() and _foreign_letters(words) >= FOREIGN_LETTERS:
        return "another script"
    return _foreign_words([word for word, after in _with_next(words, written) if not _of_a_name(word, after)][:SAMPLE])


def _with_next(words: Sequence[str], written: Sequence[str]) -> Iterator[tuple[str, str]]:
    return zip(words, [*written[1:], ""], strict=True)


def _of_a_name(word: str, after: str) -> bool:
    """'de la Cruz', 'van der Berg': a particle before a capital or another particle belongs to a name."""
    return word in _PARTICLES and (after[:1].isupper() or after in _PARTICLES)


def _foreign_letters(words: Sequence[str]) -> float:
    letters = [ord(char) for word in words for char in word]
    foreign = sum(code > _LAST_LATIN and code not in _EXTENDED_LATIN and code not in _COMBINING for code in letters)
    return foreign / len(letters) if letters else 0.0


def _foreign_words(words: Sequence[str]) -> str | None:
    """The language with the most of its own words here, if they outweigh the English ones."""
    small, known, others = _languages()
    unknown = [word for word in words if word not in small]
    if _any_of_others().isdisjoint(unknown):
        return None
    # each once: "ho ho" is a laugh, and no second word of Italian
    counts = {name: len(own.intersection(unknown)) for name, own in others.items()}
    name, most = max(counts.items(), key=lambda item: item[1])
    english = sum(word in small for word in words) + 0.5 * sum(word in known for word in unknown)
    accented = sum(not word.isascii() for word in words)
    plain = most >= FEWEST and most + 0.5 * accented > english
    terse = most == 1 and accented >= 1 and english == 0 and len(words) >= 3
    return name if plain or terse else None


@cache
def _any_of_others() -> frozenset[str]:
    """Every word of every other language, so that plain English is seen to be that at once."""
    return frozenset().union(*_languages()[2].values())


@cache
def _languages() -> tuple[frozenset[str], frozenset[str], dict[str, frozenset[str]]]:
    """English small words; English words of the lexicon; and by language the words that are not English."""
    data = table("languages")
    small = frozenset(words_of(data["english"]["words"]))
    others = {
        entry["name"]: frozenset(words_of(entry["words"])) - small for key, entry in data.items() if key != "english"
    }
    return small, default().vocabulary - small, others
