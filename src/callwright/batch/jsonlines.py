"""JSON Lines, read and written in flat memory."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from callwright.batch.lines import Lines
from callwright.batch.results import as_text, contract
from callwright.batch.rows import Item, Rejected, Row
from callwright.smart import Assessment

DEEPEST: Final = 100
"""How deep lists and objects may lie within one another in what is passed through."""

LONGEST_NUMBER: Final = 1000
"""Digits of the longest whole number that is passed through; Python itself stops at a few thousand."""


class JsonLinesSource:
    """A file with a JSON object a line; blank lines are no rows."""

    table = None

    def __init__(self, path: Path) -> None:
        self._lines = Lines(path)

    def rows(self) -> Iterator[Row | Rejected]:
        """Its objects; a line that is not one is rejected."""
        for number, line in enumerate(self._lines, start=1):
            if line.strip():
                yield _row(number, line.rstrip("\r\n"))

    def share(self) -> float:
        """How much of the file has been read, 0-1."""
        return self._lines.share()


def _row(number: int, line: str) -> Row | Rejected:
    try:
        item = _JSON.decode(line)
    except (ValueError, RecursionError) as wrong:
        return Rejected(number, f"the line is not JSON: {wrong}", line)
    if not isinstance(item, dict):
        return Rejected(number, 'the line is not an object such as {"text": "…"}', line)
    if _brackets(line) > DEEPEST and _depth(item) > DEEPEST:
        return Rejected(number, f"lists and objects lie within one another more than {DEEPEST} deep", line)
    return Row(number, item)


def _brackets(line: str) -> int:
    return line.count("[") + line.count("{")


def _depth(item: object) -> int:
    """How deep lists and objects lie within one another."""
    depth, level = 0, [item]
    while level := [one for one in level if isinstance(one, list | dict)]:
        depth += 1
        level = [inner for one in level for inner in (one.values() if isinstance(one, dict) else one)]
    return depth


def _finite(digits: str) -> float:
    """A number that JSON can hold again; NaN and 1e400 are none."""
    value = float(digits)
    if not math.isfinite(value):
        raise ValueError(f"{digits[:20]} is no number that JSON has")
    return value


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        raise ValueError(f"a number has {len(digits)} digits")
    return int(digits)


_JSON: Final = json.JSONDecoder(parse_float=_finite, parse_int=_whole, parse_constant=_finite)


class JsonLinesSink:
    """A file of the objects of docs/reference/output.md, one a line."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, item: Item, verdict: Assessment) -> None:
        """Adds an object; a text that UTF-8 cannot hold is written with escapes."""
        whole = contract(item, verdict)
        line = json.dumps(whole, ensure_ascii=False, default=as_text)
        if not line.isascii():
            try:
                line.encode()
            except UnicodeEncodeError:
                line = json.dumps(whole, default=as_text)
        self._file.write(line + "\n")

    def close(self) -> None:
        """Closes the file."""
        self._file.close()
