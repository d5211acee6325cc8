"""Parquet files, read and written a batch at a time; columns keep their types."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from callwright.batch.results import GAINED, as_text, cells, head_of
from callwright.batch.rows import BadTable, Item, Row, Source, Table
from callwright.smart import Assessment

TOGETHER: Final = 4096
"""Rows in a batch."""

TEXTS: Final = ("categories", "advice")
NUMBERS: Final = ("minutes_needed",)


class ParquetSource:
    """A Parquet file."""

    def __init__(self, path: Path) -> None:
        try:
            self._file = pq.ParquetFile(path)
        except (pa.ArrowInvalid, pa.ArrowNotImplementedError) as wrong:
            raise BadTable(f"{path} cannot be read as Parquet: {wrong}") from wrong
        self.schema = self._file.schema_arrow
        self.table = Table.of(tuple(self.schema.names))
        self._read = 0

    def rows(self) -> Iterator[Row]:
        """Its rows; the line is the number of the row, from 1."""
        for batch in self._file.iter_batches(batch_size=TOGETHER):
            columns = [column.to_pylist() for column in batch.columns]
            for values in zip(*columns, strict=True):
                self._read += 1
                yield Row(self._read, dict(zip(self.table.columns, values, strict=True)))

    def share(self) -> float:
        """How much of the file has been read, 0-1."""
        rows = self._file.metadata.num_rows
        return self._read / rows if rows else 1.0


class ParquetSink:
    """A Parquet file being written; columns that were not read from Parquet are text."""

    def __init__(self, path: Path, source: Source) -> None:
        self._head, self._flat = head_of(source.table), source.table is None
        kinds: dict[str, Any] = {}
        if isinstance(source, ParquetSource):
            kinds = dict(zip(source.table.columns, source.schema.types, strict=True))
        self._kinds = {name: _kind(name, kinds) for name in self._head.columns}
        self._typed = set(kinds) | set(GAINED)
        schema = pa.schema([pa.field(name, kind) for name, kind in self._kinds.items()])
        self._writer = pq.ParquetWriter(path, schema)
        self._schema = schema
        self._rows: list[Any] = []

    def write(self, item: Item, verdict: Assessment) -> None:
        """Adds a row."""
        self._rows.append(cells(item, verdict, self._flat))
        if len(self._rows) >= TOGETHER:
            self._flush()

    def close(self) -> None:
        """Writes the rows still held back and the file's end."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        arrays = [pa.array([self._value(row, name) for row in self._rows], kind) for name, kind in self._kinds.items()]
        self._writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=self._schema))
        self._rows.clear()

    def _value(self, row: Any, name: str) -> Any:
        value = row.get(name)
        return value if value is None or name in self._typed else as_text(value)


def _kind(name: str, kinds: dict[str, Any]) -> Any:
    if name in TEXTS or (name not in GAINED and name not in kinds):
        return pa.string()
    if name in GAINED:
        return pa.int64() if name in NUMBERS else pa.bool_()
    return kinds[name]
