"""One front door: read the text once, let the rules find, weigh what they found."""

from __future__ import annotations

from typing import Literal

from callwright.smart.model import CRITERIA, Assessment, Call, Criterion, Engine
from callwright.version import __version__

EngineName = Literal["best", "fast"]


def assess(text: str, call: Call | None = None, *, engine: EngineName = "best") -> Assessment:
    """Placeholder until the rules are in: every criterion is undecided."""
    criteria = {name: Criterion(name, met=False, confidence=0.5, close_call=True, decided_by="rules") for name in CRITERIA}
    return Assessment(text, criteria, (), False, 1, 5, Engine(engine, __version__))
