"""The commands of `callwright`, registered one by one."""

from __future__ import annotations

from typing import Annotated

import typer

from callwright.cli import (
    administering,
    assisting,
    checking,
    composing,
    evaluating,
    keeping,
    listing,
    planning,
    serving,
    working,
)
from callwright.version import __version__

app = typer.Typer(
    name="callwright",
    help="Checks sales call objectives before the call, as a good coach would.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"callwright {__version__}")
        raise typer.Exit


@app.callback()
def _callwright(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and stop.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Checks sales call objectives before the call, as a good coach would."""


app.command("check")(checking.check)
app.command("improve")(composing.improve)
app.command("suggest")(composing.suggest)
app.command("plan")(planning.plan)
app.command("rules")(listing.rules)
app.command("rule")(listing.rule)
app.command("evaluate")(evaluating.evaluate)
app.command("mcp")(assisting.mcp)
app.command("serve")(serving.serve)
app.command("worker")(working.worker)
app.command("admin")(administering.admin)
app.command("export")(keeping.export)
app.command("backup")(keeping.backup)
app.command("restore")(keeping.restore)
app.command("move")(keeping.move)
