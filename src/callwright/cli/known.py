"""What is known of the call on the command line: what the flags say, else what the settings of the folder say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from callwright.context import call_from
from callwright.settings import Settings, load_settings
from callwright.smart import Call


def settings_here() -> Settings:
    """The settings that hold in the working folder."""
    return load_settings(Path.cwd())


def known_of_call(settings: Settings, **flags: Any) -> Mapping[str, Any]:
    """The fields of the context: each flag that was given, else what the settings say."""
    return {**settings.context, **{name: value for name, value in flags.items() if value not in (None, [])}}


def call_of(settings: Settings, **flags: Any) -> Call:
    """The call that flags (named as the fields of `Call`) and settings describe."""
    return call_from(known_of_call(settings, **flags), stages=settings.stages)
