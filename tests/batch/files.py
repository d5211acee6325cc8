"""Small files of every kind that the tests read and write."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook, load_workbook

OBJECTIVE = "Get Dana to agree to a two-week pilot starting 1 December"
KINDS = ("csv", "tsv", "xlsx", "parquet", "jsonl")


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    """A table in the form that the path's ending says; JSONL takes `text` and leaves the rest beside it."""
    rows = [list(row) for row in rows]
    if path.suffix == ".jsonl":
        lines = [json.dumps(dict(zip(header, row, strict=True))) for row in rows]
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    elif path.suffix == ".xlsx":
        book = Workbook()
        for row in [list(header), *rows]:
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".parquet":
        columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in header]
        pq.write_table(pa.table(columns, names=list(header)), path)
    else:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter="\t" if path.suffix == ".tsv" else ",").writerows([header, *rows])
    return path


def read_table(path: Path) -> list[dict[str, Any]]:
    """The rows of a table as written by the product."""
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    if path.suffix == ".xlsx":
        header, *rows = load_workbook(path).active.iter_rows(values_only=True)
        return [dict(zip(header, row, strict=True)) for row in rows]
    if path.suffix == ".parquet":
        return pq.read_table(path).to_pylist()
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t" if path.suffix == ".tsv" else ","))


def rejects_of(path: Path) -> list[dict[str, str]]:
    """The rejected rows beside a file of verdicts; none where there is no such file."""
    beside = path.with_name(path.name + ".rejected.csv")
    if not beside.exists():
        return []
    with beside.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
