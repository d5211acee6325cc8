"""Which reader and writer belong to a file, by its ending."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from callwright.batch.delimited import DelimitedSink, DelimitedSource
from callwright.batch.jsonlines import JsonLinesSink, JsonLinesSource
from callwright.batch.rows import BadTable, Sink, Source

DELIMITED: Final = {".csv": ",", ".tsv": "\t"}
JSON_LINES: Final = (".jsonl", ".ndjson")
ENDINGS: Final = (*DELIMITED, *JSON_LINES, ".xlsx", ".parquet")


def open_source(path: Path) -> Source:
    """The file opened for reading. Raises BadTable for an ending that is not known, OSError as `open` does."""
    ending = _ending(path)
    if ending in DELIMITED:
        return DelimitedSource(path)
    if ending in JSON_LINES:
        return JsonLinesSource(path)
    path.open("rb").close()  # the libraries' own errors for a missing file are of many kinds
    with _library():
        if ending == ".xlsx":
            from callwright.batch.spreadsheet import SpreadsheetSource

            return SpreadsheetSource(path)
        from callwright.batch.parquet import ParquetSource

        return ParquetSource(path)


def open_sink(path: Path, named: Path, source: Source) -> Sink:
    """`path` opened for writing in the form that the ending of `named` says, with the columns of `source`."""
    ending = _ending(named)
    if ending in DELIMITED:
        return DelimitedSink(path, source, DELIMITED[ending])
    if ending in JSON_LINES:
        return JsonLinesSink(path)
    with _library():
        if ending == ".xlsx":
            from callwright.batch.spreadsheet import SpreadsheetSink

            return SpreadsheetSink(path, source)
        from callwright.batch.parquet import ParquetSink

        return ParquetSink(path, source)


def _ending(path: Path) -> str:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise BadTable(f"{path}: the ending {ending or '(none)'} is none of {', '.join(ENDINGS)}")
    return ending


@contextmanager
def _library() -> Iterator[None]:
    """Says how to get the library of a format where it is not installed."""
    try:
        yield
    except ModuleNotFoundError as missing:
        raise BadTable(f"XLSX and Parquet need {missing.name}: pip install 'callwright[tables]'") from missing
