"""`callwright worker`: the background work of the browser part, as a process of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from callwright.smart import CallwrightError


def worker(
    data: Annotated[
        Path | None, typer.Option("--data", help="The folder for the database and the secret key.", show_default=False)
    ] = None,
) -> None:
    """Do the background work: any number beside each other. On SQLite `serve` does it itself."""
    try:
        from callwright.web import work
    except ModuleNotFoundError as missing:
        raise CallwrightError(
            f"the browser part is not installed ({missing.name} is missing): pip install 'callwright[web]'"
        ) from missing
    work(data=data)
