"""`callwright serve`: Callwright in the browser, where the web part is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from callwright.smart import CallwrightError


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    data: Annotated[
        Path | None, typer.Option("--data", help="The folder for the database and the secret key.", show_default=False)
    ] = None,
) -> None:
    """Serve Callwright in the browser, on this machine alone."""
    try:
        from callwright.web import serve as serve_pages
    except ModuleNotFoundError as missing:
        raise CallwrightError(
            f"the browser part is not installed ({missing.name} is missing): pip install 'callwright[web]'"
        ) from missing
    serve_pages(host=host, port=port, data=data)
