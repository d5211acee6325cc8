"""JSON Lines, read and written in flat memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from callwright.batch.lines import Lines
from callwright.batch.results import as_text, contract
from callwright.batch.rows import Item, Rejected, Row
from callwright.smart import Assessment


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
        item = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as wrong:
        return Rejected(number, f"the line is not JSON: {wrong}", line)
    if not isinstance(item, dict):
        return Rejected(number, 'the line is not an object such as {"text": "…"}', line)
    return Row(number, item)


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
