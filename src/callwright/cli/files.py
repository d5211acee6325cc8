"""`callwright check --input … --output …`: a file in, a file out, rejected rows beside it, progress on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from callwright.cli.output import say
from callwright.judging import EngineName
from callwright.settings import Settings

InputFlag = Annotated[
    Path | None,
    typer.Option(
        "--input", metavar="FILE", help="A CSV, JSONL, XLSX or Parquet file of objectives.", show_default=False
    ),
]
OutputFlag = Annotated[
    Path | None,
    typer.Option("--output", metavar="FILE", help="Where the verdicts go; the ending says how.", show_default=False),
]
ColumnFlag = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=HEADER",
        help='Which column holds what: text="Call Objective". Repeatable.',
        show_default=False,
    ),
]


def check_files(
    source: Path | None, target: Path | None, columns: Sequence[str] | None, texts: Sequence[str] | None,
    known: Mapping[str, Any], engine: EngineName, settings: Settings,
) -> int:  # fmt: skip
    """Checks a file into a file and tells what came of it; the exit status of docs/reference/output.md."""
    say("not yet")
    return 2
