"""`callwright serve`: Callwright in the browser, where the web part is installed."""

from __future__ import annotations

from typing import Annotated

import typer

from callwright.cli.browser_part import DataFlag, loading_it


def serve(
    host: Annotated[str, typer.Option("--host", help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8000,
    data: DataFlag = None,
) -> None:
    """Serve Callwright in the browser: on this machine alone, or for many behind a proxy."""
    with loading_it():
        from callwright.web import serve as serve_pages
    serve_pages(host=host, port=port, data=data)
