"""A plan under way, kept after every answer: closing the terminal loses nothing."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

import typer

from callwright.smart import CallwrightError

FILE = "plan.json"


@dataclass
class Goal:
    """One objective of a plan: its line, and what stands beside it."""

    text: str
    measure: str = ""
    fallback: str = ""


@dataclass
class Draft:
    """What has been answered so far. asked: the steps that were answered or passed over, which are not asked again."""

    title: str = ""
    call: dict[str, Any] = field(default_factory=dict)
    goals: list[Goal] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def usual_place() -> Path:
    """Where a draft lies unless --draft says otherwise: in CALLWRIGHT_DATA, else in the user's own folder for it."""
    return Path(os.environ.get("CALLWRIGHT_DATA") or typer.get_app_dir("callwright")) / FILE


def load(path: Path) -> Draft | None:
    """The draft at this place, None without one. Raises CallwrightError where the file is no draft."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (ValueError, OSError) as wrong:
        raise CallwrightError(f"{path} is no plan to go on with ({wrong}); delete it, or give --draft") from wrong
    if not isinstance(raw, dict) or not raw.keys() <= {one.name for one in fields(Draft)}:
        raise CallwrightError(f"{path} is no plan to go on with; delete it, or give --draft")
    try:
        goals = [Goal(**goal) for goal in raw.pop("goals", [])]
    except TypeError as wrong:
        raise CallwrightError(f"{path} is no plan to go on with ({wrong}); delete it, or give --draft") from wrong
    return Draft(**raw, goals=goals)


def save(draft: Draft, path: Path) -> None:
    """Writes the draft beside its place and renames it, so that a cut never leaves half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    beside.write_text(json.dumps(asdict(draft), ensure_ascii=False), encoding="utf-8")
    beside.replace(path)


def forget(path: Path) -> None:
    """Removes a draft that is done with."""
    path.unlink(missing_ok=True)
