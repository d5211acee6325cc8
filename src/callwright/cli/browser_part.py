"""What the commands of the browser part share: it may not be installed, and its data may lie in another folder."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from callwright.smart import CallwrightError

DataFlag = Annotated[
    Path | None, typer.Option("--data", help="The folder for the database and the secret key.", show_default=False)
]


@contextmanager
def loading_it() -> Iterator[None]:
    """Around the import of a piece of the browser part. Raises CallwrightError where it is not installed."""
    try:
        yield
    except ModuleNotFoundError as missing:
        raise CallwrightError(
            f"the browser part is not installed ({missing.name} is missing): pip install 'callwright[web]'"
        ) from missing
