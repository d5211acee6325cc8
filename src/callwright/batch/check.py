"""A file of objectives checked into another: every row comes out with its verdict, or beside it with a reason."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from callwright.batch.columns import columns_of, usual_stages
from callwright.batch.formats import open_sink, open_source
from callwright.batch.items import item_of_object, item_of_row, rejected
from callwright.batch.rows import Item, Rejected, Row, Sink, Source
from callwright.judging import EngineName, judge_each
from callwright.settings import Settings
from callwright.smart import Assessment, Call

Progress = Callable[[float], None]
"""Is told, now and then, which share (0-1) of the input has been read."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of a file: rows written, how many of those are SMART, and rows rejected. Rows read are their sum."""

    written: int
    smart: int
    rejected: int

    @property
    def read(self) -> int:
        """How many rows the input had."""
        return self.written + self.rejected


def check_file(
    source: Path,
    target: Path,
    *,
    columns: Mapping[str, str] | None = None,
    known: Mapping[str, Any] | None = None,
    engine: EngineName = "best",
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Tally:
    """Checks the objectives of `source` into `target`, each CSV, TSV, JSONL, XLSX or Parquet by its ending.

    columns: the column of a field (`text`, `stage` …) where it is not a usual one. known: of every call, where a row
    says nothing. Rejected rows go to `target` with `.rejected.csv` added. Both files appear whole at the end or not at
    all; a file of rejected rows from an earlier run is replaced, or removed where there are none.

    Raises BadTable where a file cannot be used, OSError where it cannot be read or written.
    """
    reader = _Reader(open_source(source), columns or {}, known or {}, settings or Settings())
    rejects = target.with_name(f"{target.name}.rejected.csv")
    with (
        _whole(target) as part,
        _whole(rejects) as rejects_part,
        _Rejects(rejects_part) as rejected_rows,
        closing(open_sink(part, target, reader.source)) as sink,
    ):
        tally = _run(reader, sink, rejected_rows, engine, progress)
    if not tally.rejected:
        rejects.unlink()
    return tally


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to, which takes its place at the end and is removed if anything goes wrong."""
    part = path.with_name(f".{path.name}.part")
    try:
        yield part
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


class _Rejects:
    """The file of rejected rows."""

    def __init__(self, path: Path) -> None:
        self.count = 0
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(("line", "reason", "row"))

    def __enter__(self) -> _Rejects:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, row: Rejected) -> None:
        self._writer.writerow((row.line, row.reason, row.row))
        self.count += 1


class _Reader:
    """Rows of a source as items to be checked."""

    def __init__(
        self, source: Source, columns: Mapping[str, str], known: Mapping[str, Any], settings: Settings
    ) -> None:
        self.source, self.settings = source, settings
        self._known, self._stages = known, {**usual_stages(), **settings.stages}
        self._fields = columns if source.table is None else columns_of(source.table.columns, columns)

    def items(self, rejects: _Rejects) -> Iterator[Item]:
        """What can be checked; the rows that cannot go to `rejects`."""
        of = item_of_object if self.source.table is None else item_of_row
        for row in self.source.rows():
            item = of(row, self._fields, self._known, self._stages) if isinstance(row, Row) else row
            if isinstance(item, Item):
                yield item
            else:
                rejects.add(item)


def _run(reader: _Reader, sink: Sink, rejects: _Rejects, engine: EngineName, progress: Progress | None) -> Tally:
    written = smart = 0
    items = reader.items(rejects)
    for item, verdict in judge_each(items, _pair, engine=engine, settings=reader.settings):
        if isinstance(verdict, Assessment):
            sink.write(item, verdict)
            written, smart = written + 1, smart + verdict.smart
        else:
            rejects.add(rejected(item.row, str(verdict)))
        if progress is not None:
            progress(reader.source.share())
    return Tally(written, smart, rejects.count)


def _pair(item: Item) -> tuple[str, Call]:
    return item.text, item.call
