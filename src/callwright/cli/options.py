"""The flags that several commands share, each with the one help text."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from callwright.cli.output import Format
from callwright.judging import EngineName
from callwright.smart.model import Channel, Stage

StageFlag = Annotated[Stage | None, typer.Option("--stage", help="Where the customer stands.", show_default=False)]
MinutesFlag = Annotated[
    int | None,
    typer.Option("--minutes", metavar="N", min=1, max=1440, help="Minutes allotted, 1-1440.", show_default=False),
]
FirstMeetingFlag = Annotated[
    bool | None,
    typer.Option("--first-meeting/--no-first-meeting", help="Whether it is the first meeting.", show_default=False),
]
ChannelFlag = Annotated[Channel | None, typer.Option("--channel", help="How you meet.", show_default=False)]
AttendeeFlag = Annotated[
    list[str] | None,
    typer.Option(
        "--attendee", metavar="WHO", help="Who attends: a role, or a name with one. Repeatable.", show_default=False
    ),
]
ProductFlag = Annotated[
    str | None, typer.Option("--product", metavar="WHAT", help="What you sell.", show_default=False)
]
TodayFlag = Annotated[
    dt.datetime | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        formats=["%Y-%m-%d"],
        help="The date against which relative dates are read.",
        show_default=False,
    ),
]
FormatFlag = Annotated[
    Format | None, typer.Option("--format", help="Text on a terminal, else JSON.", show_default=False)
]
LinesFlag = Annotated[
    Format | None, typer.Option("--format", help="Text on a terminal, else JSON Lines.", show_default=False)
]
EngineFlag = Annotated[EngineName, typer.Option("--engine", help="Which engine judges.")]
NoColorFlag = Annotated[bool, typer.Option("--no-color", help="No colours, as with NO_COLOR set.")]
