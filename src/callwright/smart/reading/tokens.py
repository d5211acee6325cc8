"""A text cut into tokens that keep their place in it. Shorthand and contractions become words with the same place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from callwright.smart.lexicon import Lexicon
from callwright.smart.lexicon.store import words_of
from callwright.smart.reading.model import Token

_LETTER: Final = r"[^\W\d_][̀-ͯ]*"
_PATTERN: Final = re.compile(
    rf"""
      (?P<short>\b(?:b4\b|w/o|w/in|w/|f/up|f/u|c/b|n/s|t/w|b/c|b/w)|\bre:|\b(?:po|acct)\#)
    | (?P<number>[$£€¥]?\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|k|m|bn|mn|pm|am|x)\b|%)?)
    | (?P<word>(?:{_LETTER})+(?:['’](?:{_LETTER})+)*['’]?)
    | (?P<other>[.,;:()?!\n/&+@%\#–—→>•]|-(?=\s)|\.{{2,}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHORT: Final = 6
"""Letters that an abbreviation has at most."""
_CURLY: Final = str.maketrans({"’": "'", "‘": "'"})


def tokenise(text: str, lexicon: Lexicon) -> list[Token]:
    """The tokens of the text in order; one token per word even where shorthand is written as one sign."""
    tokens: list[Token] = []
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == "word":
            tokens.extend(_word(match, lexicon))
        elif kind == "number":
            tokens.append(Token(match.start(), match.end(), match.group().casefold(), "number"))
        elif not _abbreviates(text, match, tokens):
            tokens.extend(_sign(match, lexicon))
    return tokens


_ABBREVIATIONS: Final = frozenset(
    words_of(
        "mr, mrs, ms, mx, dr, prof, st, rev, hon, sr, jr, no, vs, etc, approx, dept, ext, fig, inc, ltd, co, "
        "corp, messrs, mme, mlle, capt, sgt, col, gen"
    )
)


def _abbreviates(text: str, match: re.Match[str], tokens: list[Token]) -> bool:
    """The full stop of 'Mr.', 'e.g.' or 'maint. mgr' ends no sentence."""
    if match.group() != "." or not tokens or tokens[-1].end != match.start():
        return False
    before = tokens[-1]
    rest = text[match.end() : match.end() + 2].lstrip(" ")
    goes_on = rest[:1].islower() and before.end - before.start <= _SHORT
    written = text[before.start : before.end].casefold()
    return written in _ABBREVIATIONS or before.end - before.start == 1 or goes_on


def _sign(match: re.Match[str], lexicon: Lexicon) -> Iterator[Token]:
    raw = match.group().casefold()
    words = lexicon.shorthand.get(raw)
    if words is None:
        yield Token(match.start(), match.end(), raw, "punctuation")
        return
    for word in words:
        yield _token(match, word, lexicon)


def _word(match: re.Match[str], lexicon: Lexicon) -> Iterator[Token]:
    raw = plain(match.group())
    capital = match.group()[0].isupper()
    if "'" in raw:
        yield from _apostrophe(match, raw, capital, lexicon)
        return
    # "US" is a country and "IT" a department; only lower-case shorthand is shorthand, apart from plain note capitals.
    for word in lexicon.shorthand.get(raw, (raw,)):
        yield _token(match, word, lexicon, capital)


def _apostrophe(match: re.Match[str], raw: str, capital: bool, lexicon: Lexicon) -> Iterator[Token]:
    for ending, word in lexicon.contractions.items():
        if raw.endswith(ending) and len(raw) > len(ending):
            yield _token(match, _full(raw[: -len(ending)]), lexicon, capital)
            yield _token(match, word, lexicon)
            return
    stem = raw.rstrip("'").removesuffix("'s")
    if raw.endswith("'s") and stem in _IS_AFTER:
        yield _token(match, stem, lexicon, capital)
        yield _token(match, "us" if stem == "let" else "is", lexicon)
        return
    yield _token(match, stem, lexicon, capital, possessive=raw.endswith(("'s", "s'")))


_IS_AFTER: Final = frozenset(
    words_of("what, who, that, it, he, she, there, here, how, where, when, let, everything, something, nothing")
)


def _full(stem: str) -> str:
    return {"wo": "will", "ca": "can", "sha": "shall"}.get(stem, stem)


def _token(
    match: re.Match[str], norm: str, lexicon: Lexicon, capital: bool = False, *, possessive: bool = False
) -> Token:
    forms = lexicon.lemmas.get(norm, ())
    return Token(match.start(), match.end(), norm, "word", capital, possessive, forms)


def plain(word: str) -> str:
    """The word in lower case with straight apostrophes and without accents, for looking up only."""
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.translate(_CURLY))
    return "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
