"""A text with marks under its words, wrapped to the width of a terminal. Pure: texts and offsets in, lines out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text to be marked: half-open code-point offsets, and the short label that stands under it."""

    start: int
    end: int
    label: str


def marked(text: str, marks: Sequence[Mark], width: int) -> Iterator[tuple[str, str, str]]:
    """Line by line: the text's words, the marks under them, and the labels under those; empty where there is nothing.

    Lines are broken at blanks to fit `width` columns (at least 1). Control characters are shown as a middle dot.
    """
    for start, end in _breaks(text, width):
        here = [mark for mark in marks if mark.start < end and mark.end > start]
        yield _shown(text[start:end]), _under(text, start, end, here), _labels(text, start, here)


def _breaks(text: str, width: int) -> Iterator[tuple[int, int]]:
    """The half-open stretches of `text` that each fill a line; blanks at a break belong to no line."""
    start = 0
    while start < len(text):
        if text[start].isspace():
            start += 1
            continue
        end = _line_end(text, start, width)
        yield start, end
        start = end


def _line_end(text: str, start: int, width: int) -> int:
    """Where the line that begins at `start` ends: at a newline, at the last blank that fits, or in a long word."""
    cells, blank = 0, None
    for place in range(start, len(text)):
        if text[place] == "\n":
            return place
        if text[place].isspace():
            blank = place
        cells += cell_len(_shown(text[place]))
        if cells > width:
            return blank if blank is not None and blank > start else max(place, start + 1)
    return len(text)


def _shown(text: str) -> str:
    return "".join(char if char.isprintable() else " " if char.isspace() else "\N{MIDDLE DOT}" for char in text)


def _under(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    cells = []
    for place in range(start, end):
        inside = any(mark.start <= place < mark.end for mark in marks)
        cells.append(("~" if inside else " ") * cell_len(_shown(text[place])))
    return "".join(cells).rstrip()


def _labels(text: str, start: int, marks: Sequence[Mark]) -> str:
    """The labels of the marks that begin on this line, each under its mark or as near to the right as there is room."""
    line = ""
    for mark in sorted(marks, key=lambda one: one.start):
        if mark.start >= start:
            at = cell_len(_shown(text[start : mark.start]))
            line = line.ljust(at) if len(line) <= at else line + " "
            line += mark.label
    return line
