"""What plans do when a call moves or changes."""

from __future__ import annotations

from typing import Any

from callwright.web.calls.actions import call_changed, call_moved, call_moving
from callwright.web.calls.models import Call
from callwright.web.plans.actions.freezing import freeze_if_due
from callwright.web.plans.actions.saving import judge_again


def listen() -> None:
    """From now on plans hear of calls."""
    call_moving.connect(_before_it_moves, sender=Call)
    call_moved.connect(_after_it_changed, sender=Call)
    call_changed.connect(_after_it_changed, sender=Call)


def _before_it_moves(call: Call, **_: Any) -> None:
    """A call that has begun keeps what it began with, wherever it goes."""
    freeze_if_due(call=call)


def _after_it_changed(call: Call, **_: Any) -> None:
    """Other minutes, people or days may make another verdict."""
    judge_again(call=call)
