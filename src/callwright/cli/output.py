"""Where the commands write: JSON Lines as UTF-8, and text for people through Rich, loaded only for them."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from rich.console import Console

Format = Literal["text", "json"]

NARROWEST = 20
"""Columns under which no terminal is laid out for."""


def chosen(asked: Format | None) -> Format:
    """The format asked for; without one, text on a terminal and JSON Lines everywhere else."""
    return asked or ("text" if sys.stdout.isatty() else "json")


def write_json(item: object) -> None:
    """One line of JSON on standard output, in UTF-8 whatever the terminal's encoding."""
    sys.stdout.flush()
    sys.stdout.buffer.write(json_line(item))
    sys.stdout.buffer.flush()


def json_line(item: object, **how: Any) -> bytes:
    """An object as a line of JSON; what UTF-8 cannot hold (half a surrogate pair) stands escaped."""
    try:
        return json.dumps(item, ensure_ascii=False, **how).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(item, **how).encode() + b"\n"


def say(message: str) -> None:
    """A line for the person, on standard error."""
    sys.stderr.write(f"callwright: {message}\n")


def console(no_color: bool) -> Console:
    """Standard output for text: colours on a terminal unless `no_color` or NO_COLOR says otherwise.

    Letters that the terminal's encoding lacks are shown as question marks.
    """
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    made = Console(no_color=no_color or None, highlight=False, markup=False, emoji=False)
    made.width = max(made.width, NARROWEST)
    return made
