"""The flags that several commands share, each with the one help text, and the call that they describe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from callwright.context import call_from
from callwright.judging import EngineName
from callwright.settings import Settings, load_settings
from callwright.smart import Call
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
EngineFlag = Annotated[EngineName, typer.Option("--engine", help="Which engine judges.")]
NoColorFlag = Annotated[bool, typer.Option("--no-color", help="No colours, as with NO_COLOR set.")]


def settings_here() -> Settings:
    """The settings that hold in the working folder."""
    return load_settings(Path.cwd())


def known_of_call(settings: Settings, **flags: Any) -> Mapping[str, Any]:
    """The fields of the context: each flag that was given, else what the settings say."""
    return {**settings.context, **{name: value for name, value in flags.items() if value not in (None, [])}}


def call_of(settings: Settings, **flags: Any) -> Call:
    """The call that flags (named as the fields of `Call`) and settings describe."""
    return call_from(known_of_call(settings, **flags), stages=settings.stages)
