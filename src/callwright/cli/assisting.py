"""`callwright mcp`: the engine and the composer as tools for AI assistants."""

from __future__ import annotations

import ipaddress
from typing import Annotated

import typer

from callwright.cli.known import settings_here
from callwright.cli.output import say
from callwright.smart import CallwrightError


def mcp(
    http: Annotated[
        bool, typer.Option("--http", help="Speak streamable HTTP on a port, instead of standard input and output.")
    ] = False,
    host: Annotated[str, typer.Option("--host", help="The address to listen on: of this machine alone.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port.")] = 8001,
) -> None:
    """Serve check, improve and suggest to an AI assistant (Model Context Protocol)."""
    try:
        from callwright.mcp import server
    except ModuleNotFoundError as missing:
        raise CallwrightError(
            f"the part for assistants is not installed ({missing.name} is missing): pip install 'callwright[mcp]'"
        ) from missing
    ready = server(settings_here())
    if not http:
        ready.run()
        return
    _keep_to_loopback(host)
    say(f"assistants find Callwright at http://{host}:{port}/mcp; Ctrl+C stops it")
    ready.run("streamable-http", host=host, port=port)


def _keep_to_loopback(host: str) -> None:
    """Raises CallwrightError for an address that other machines reach: nobody is asked who they are here."""
    try:
        here = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        here = False
    if not here:
        raise CallwrightError(f"{host} can be reached from other machines, and nobody signs in here: use 127.0.0.1")
