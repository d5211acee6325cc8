"""Texts cut for a line in a list or a message: between two words, never within one."""

from __future__ import annotations

MORE = "…"
"""What stands for the rest."""


def shortened(text: str, most: int) -> str:
    """The text as one line of at most `most` characters; what is cut ends with a whole word and "…".

    A first word that is longer than that stays whole: it may be the only one there is.
    """
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    whole = line[: most + 1].rpartition(" ")[0] or line.partition(" ")[0]
    return line if whole == line else whole.rstrip(",;:.–-") + MORE
