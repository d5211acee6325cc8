"""`callwright admin`: the first admin of an organization, or one who was locked out."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from callwright.cli.browser_part import DataFlag, loading_it
from callwright.cli.output import say


def admin(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="The address to sign in with.")],
    name: Annotated[str, typer.Option("--name", help="The person's name.", show_default=False)] = "",
    organization: Annotated[
        str, typer.Option("--organization", metavar="NAME", help="Which; how a new one is called.", show_default=False)
    ] = "",
    data: DataFlag = None,
) -> None:
    """Make somebody an admin. The password is asked for, or read from the first line of standard input."""
    with loading_it():
        from callwright.web.people.first_admin import make_admin
    say(make_admin(email, _password(), name=name, organization=organization, data=data))


def _password() -> str:
    """Typed unseen, twice; where nobody types, a line of standard input, so that it stands in no list of processes."""
    if sys.stdin.isatty():
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
