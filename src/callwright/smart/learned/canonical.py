"""What makes no difference goes before the learned part reads a line: stem, bullet, closing dot, kind of quotes.

So these cannot move a verdict. Nothing is inserted and nothing in the middle removed: a place in the canonical text is
the same place in the original, `offset` further on.
"""

from __future__ import annotations

from typing import Final

from callwright.smart.reading.stems import stem_of

_SAME: Final = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201a": "'",
        "\u201b": "'",
        "\u2032": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "-",
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
        "\u00a0": " ",
    }
)
"""Characters that stand for one another, one for one."""

_TAIL: Final = " \t\r\n.!;,\u2026"


def canonical(text: str) -> tuple[str, int]:
    """The text without what makes no difference, and how many code points were cut from its start.

    A text that is nothing but a stem is left as it is.
    """
    text = text.translate(_SAME)
    start, _ = stem_of(text)
    found = text[start:].rstrip(_TAIL)
    if found.endswith('"') and text[:start].endswith('"') and '"' not in found[:-1]:
        found = found[:-1].rstrip(_TAIL)
    return (found, start) if found else (text.strip(), len(text) - len(text.lstrip()))
