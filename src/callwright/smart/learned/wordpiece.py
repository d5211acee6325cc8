"""Splits a text into the word pieces that the encoder was pretrained on (BERT's uncased WordPiece)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

PAD: Final = "[PAD]"
UNKNOWN: Final = "[UNK]"
START: Final = "[CLS]"
END: Final = "[SEP]"

LONGEST_WORD: Final = 64
"""Words longer than this are one unknown piece, so that a text without spaces costs linear time."""

_WORDS: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*|[^\w\s]|_")

Span = tuple[int, int]


class WordPiece:
    """A tokenizer over `pieces` (line number = id). Letter case and accents make no difference."""

    def __init__(self, pieces: Sequence[str]) -> None:
        self._ids = dict(zip(pieces, range(len(pieces)), strict=True))
        self.pad = self._ids[PAD]
        self._unknown = self._ids[UNKNOWN]
        self._start = self._ids[START]
        self._end = self._ids[END]
        self._known: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._ids)

    def encode(self, text: str, longest: int) -> list[int]:
        """The ids of the text's pieces between start and end marks, cut to `longest` pieces."""
        return self.locate(text, longest)[0]

    def locate(self, text: str, longest: int) -> tuple[list[int], list[Span]]:
        """The ids, and for each the half-open span of the word that it comes from (empty for the two marks)."""
        ids, spans = [self._start], [(0, 0)]
        for word in _WORDS.finditer(text):
            pieces = self._word(word.group())
            ids.extend(pieces)
            spans.extend([word.span()] * len(pieces))
            if len(ids) >= longest:
                break
        return [*ids[: longest - 1], self._end], [*spans[: longest - 1], (len(text), len(text))]

    def _word(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            known = tuple(self._split(plain(word)))
            if len(self._known) < 50_000:
                self._known[word] = known
        return known

    def _split(self, word: str) -> list[int]:
        if len(word) > LONGEST_WORD:
            return [self._unknown]
        ids, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._ids.get(word[start:end] if start == 0 else "##" + word[start:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            ids.append(number)
            start = end
        return ids


def plain(word: str) -> str:
    """The word in lower case, without accents or control characters."""
    word = word.lower()
    if word.isascii():
        return word
    word = unicodedata.normalize("NFD", word)
    return "".join(ch for ch in word if unicodedata.category(ch) not in ("Mn", "Cc", "Cf"))
