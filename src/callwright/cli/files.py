"""`callwright check --input … --output …`: a file in, a file out, rejected rows beside it, progress on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from callwright.cli.output import say
from callwright.cli.status import ALL_SMART, ROWS_REJECTED, SOME_NOT
from callwright.judging import EngineName
from callwright.settings import Settings

if TYPE_CHECKING:
    from callwright.batch import Tally
    from callwright.batch.check import Progress

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
    source: Path | None,
    target: Path | None,
    columns: Sequence[str],
    known: Mapping[str, Any],
    engine: EngineName,
    settings: Settings,
) -> int:
    """Checks a file into a file and tells what came of it; the exit status of docs/reference/output.md."""
    from callwright.batch import check_file
    from callwright.batch.columns import parse_columns

    if source is None or target is None:
        raise typer.BadParameter("--input and --output go together: the file of objectives, and the file of verdicts")
    if target.exists() and source.exists() and target.samefile(source):
        raise typer.BadParameter("--output is the file that --input reads; name another, so that nothing is lost")
    chosen = parse_columns(columns)
    with _progress() as progress:
        tally = check_file(
            source, target, columns=chosen, known=known, engine=engine, settings=settings, progress=progress
        )
    say(_told(tally, target))
    if tally.rejected:
        return ROWS_REJECTED
    return ALL_SMART if tally.smart == tally.written else SOME_NOT


def _told(tally: Tally, target: Path) -> str:
    told = f"{tally.read} rows read, {tally.written} written to {target}, {tally.smart} of them SMART"
    return told + (f"; {tally.rejected} rejected, see {target}.rejected.csv" if tally.rejected else "")


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """A bar on standard error where that is a terminal, else nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Checking", total=1.0)
        yield lambda share: bar.update(task, completed=share)
