"""CSV and its sisters with semicolons, tabs or bars, read and written in flat memory."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from callwright.batch.lines import Lines
from callwright.batch.results import as_json, as_text, cells, head_of
from callwright.batch.rows import BadTable, Item, Rejected, Row, Source, Table
from callwright.smart import Assessment

DELIMITERS: Final = ",;\t|"
LONGEST_CELL: Final = 1_000_000
"""Characters beyond which a cell is taken for a quotation mark that was never closed."""


class DelimitedSource:
    """A delimited file; the delimiter is the one that its header uses most."""

    def __init__(self, path: Path) -> None:
        self.lines = Lines(path)
        self._each = iter(self.lines)
        header = next(self._each, "")
        if not header.strip():
            raise BadTable(f"{path} is empty; its first line should name the columns")
        self.delimiter = _delimiter(header)
        csv.field_size_limit(LONGEST_CELL)
        self._reader = csv.reader(self._with(header), delimiter=self.delimiter)
        self.table = Table.of(self._titles(path))

    def _titles(self, path: Path) -> tuple[str, ...]:
        try:
            return tuple(next(self._reader))
        except csv.Error as wrong:
            raise BadTable(f"{path}: its first line, which should name the columns, cannot be read: {wrong}") from wrong

    def _with(self, header: str) -> Iterator[str]:
        yield header
        yield from self._each

    def rows(self) -> Iterator[Row | Rejected]:
        """Its rows; one with more cells than the header has columns is rejected, missing cells at the end are blank."""
        while True:
            line = self._reader.line_num + 1
            try:
                row = next(self._reader)
            except StopIteration:
                return
            except csv.Error as wrong:
                yield Rejected(line, f"the row cannot be read: {wrong}; is a quotation mark left open?", "")
                continue
            if row:
                yield self._row(line, row)

    def share(self) -> float:
        """How much of the file has been read, 0-1."""
        return self.lines.share()

    def _row(self, line: int, row: list[str]) -> Row | Rejected:
        names = self.table.columns
        if len(row) > len(names):
            return Rejected(line, f"the row has {len(row)} cells; the header names {len(names)} columns", as_json(row))
        return Row(line, dict(zip(names, row + [""] * (len(names) - len(row)), strict=True)))


def _delimiter(header: str) -> str:
    bare = "".join(header.split('"')[0::2])
    return max(DELIMITERS, key=bare.count)


def _like(source: DelimitedSource | None, usual: str) -> str:
    """What a comma-separated file is written with: semicolons or bars where the file that was read had them."""
    return source.delimiter if source is not None and usual == "," and source.delimiter in ";|" else usual


class DelimitedSink:
    """A delimited file being written: UTF-8, with the mark and the delimiter of the file read, if it had any."""

    def __init__(self, path: Path, source: Source, delimiter: str) -> None:
        like = source if isinstance(source, DelimitedSource) else None
        encoding = "utf-8-sig" if like is not None and like.lines.marked else "utf-8"
        self._file = path.open("w", encoding=encoding, errors="surrogatepass", newline="")
        self._head = head_of(source.table)
        self._flat = source.table is None
        self._writer = csv.writer(self._file, delimiter=_like(like, delimiter))
        self._writer.writerow(self._head.titles)

    def write(self, item: Item, verdict: Assessment) -> None:
        """Adds a row."""
        row: Any = cells(item, verdict, self._flat)
        self._writer.writerow([as_text(row.get(name)) for name in self._head.columns])

    def close(self) -> None:
        """Closes the file."""
        self._file.close()
