"""`callwright export`, `backup`, `restore`, `move`: what the browser part holds is taken along or copied."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer

from callwright.cli.browser_part import DataFlag, loading_it
from callwright.cli.output import say

ReplaceFlag = Annotated[bool, typer.Option("--replace", help="Put it in the place of what is there.")]


def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where it goes: FILE.json, or FILE.zip for CSV.")],
    data: DataFlag = None,
    organization: Annotated[
        str, typer.Option("--organization", metavar="NAME", help="Whose, where there are several.", show_default=False)
    ] = "",
    replace: ReplaceFlag = False,
) -> None:
    """Write everything to a file: as JSON, or as a CSV file for each table."""
    _actions().export(file, data=data, organization=organization, replace=replace)
    say(f"everything is in {file}")


def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where the copy goes.")],
    data: DataFlag = None,
    replace: ReplaceFlag = False,
) -> None:
    """Make a copy that can be put back, while the server runs. It holds the secret key too."""
    _actions().backup(file, data=data, replace=replace)
    say(f"the copy is {file}; `callwright restore {file}` puts it back")


def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A copy that `callwright backup` made.")],
    data: DataFlag = None,
    replace: ReplaceFlag = False,
) -> None:
    """Put a copy back: all of it, or nothing is changed."""
    _actions().restore(file, data=data, replace=replace)
    say(f"all of {file} is back; `callwright serve` brings it up to this version")


def move(data: DataFlag = None) -> None:
    """Move everything from the file in the data folder to the PostgreSQL that DATABASE_URL names."""
    moved = _actions().move(data=data)
    filled = {table: rows for table, rows in moved.items() if rows}
    say(f"{sum(filled.values()):,} rows in {len(filled)} tables are moved, and the same on both sides:")
    for table, rows in filled.items():
        say(f"  {table}: {rows:,}")
    say("start `callwright serve` and `callwright worker` with the same DATABASE_URL; the file stays as it was")


def _actions() -> ModuleType:
    with loading_it():
        from callwright.web.keeping import actions
    return actions
