"""The flags that say what is known of the call, as one piece for every command that takes them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final

from callwright.cli import options

FLAGS: Final[Mapping[str, Any]] = {
    "stage": options.StageFlag,
    "minutes": options.MinutesFlag,
    "first_meeting": options.FirstMeetingFlag,
    "channel": options.ChannelFlag,
    "attendee": options.AttendeeFlag,
    "product": options.ProductFlag,
    "today": options.TodayFlag,
}
FIELDS: Final = {"attendee": "attendees"}
"""Flags that are called otherwise than the field of `Call` that they fill."""

Flags = Mapping[str, Any]
"""What the flags said, by field of `Call`: what a command that `takes_a_call` gets as its argument `flags`."""

NO_FLAGS: Final[Flags] = {}


def takes_a_call(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the seven flags in place of its argument `flags`, which gets what they said.

    Typer reads a command's flags from its signature; so the signature is put together here.
    """

    @wraps(command)
    def taking(**given: Any) -> None:
        flags = {FIELDS.get(name, name): given.pop(name) for name in FLAGS}
        command(flags=flags, **given)

    shown: list[inspect.Parameter] = []
    for parameter in inspect.signature(command, eval_str=True).parameters.values():
        shown += _flags() if parameter.name == "flags" else [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)]
    taking.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    taking.__annotations__ = {parameter.name: parameter.annotation for parameter in shown}
    return taking


def _flags() -> list[inspect.Parameter]:
    return [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=flag)
        for name, flag in FLAGS.items()
    ]
