"""XLSX workbooks: the first sheet is read, and a workbook of one sheet is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from callwright.batch.results import as_text, cells, head_of
from callwright.batch.rows import BadTable, Item, Row, Source, Table
from callwright.smart import Assessment

UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that a workbook cannot hold."""


class SpreadsheetSource:
    """The first sheet of a workbook; its first row names the columns. Formulas count as the values last shown."""

    def __init__(self, path: Path) -> None:
        try:
            book = load_workbook(path, read_only=True, data_only=True)
        except (BadZipFile, InvalidFileException, KeyError, ValueError) as wrong:
            raise BadTable(f"{path} cannot be read as a workbook: {wrong}") from wrong
        sheet = book.worksheets[0]
        self._all = max(sheet.max_row or 1, 1)
        self._read = 1
        self._rows = sheet.iter_rows(values_only=True)
        header = tuple(as_text(title) for title in next(self._rows, ()))
        if not any(title.strip() for title in header):
            raise BadTable(f"{path} is empty; the first row of its first sheet should name the columns")
        self.table = Table.of(header)

    def rows(self) -> Iterator[Row]:
        """Its rows; one without any value is none."""
        for row in self._rows:
            self._read += 1
            if any(value is not None for value in row):
                values = (*row, *([None] * (len(self.table.columns) - len(row))))
                yield Row(self._read, dict(zip(self.table.columns, values, strict=False)))

    def share(self) -> float:
        """How much of the sheet has been read, 0-1."""
        return min(self._read / self._all, 1.0)


class SpreadsheetSink:
    """A workbook with one sheet, kept until it is closed."""

    def __init__(self, path: Path, source: Source) -> None:
        self._path, self._head, self._flat = path, head_of(source.table), source.table is None
        self._book = Workbook(write_only=True)
        self._sheet = self._book.create_sheet("Objectives")
        self._sheet.append([self._cell(title) for title in self._head.titles])

    def write(self, item: Item, verdict: Assessment) -> None:
        """Adds a row."""
        row: Mapping[str, Any] = cells(item, verdict, self._flat)
        self._sheet.append([self._cell(row.get(name)) for name in self._head.columns])

    def close(self) -> None:
        """Writes the workbook."""
        self._book.save(self._path)

    def _cell(self, value: Any) -> Any:
        """A cell as it was; text stays text, even where it looks like a formula."""
        if isinstance(value, list | tuple | dict):
            value = as_text(value)
        if not isinstance(value, str):
            return value
        cell = WriteOnlyCell(self._sheet, UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", value))
        cell.data_type = "s"
        return cell
