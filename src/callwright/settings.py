"""A team's settings: `callwright.toml`, or `[tool.callwright]` in `pyproject.toml`, in this folder or one above it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from callwright.context import call_from, is_context
from callwright.smart import STAGES, BadCall, CallwrightError


class BadSettings(CallwrightError):
    """A settings file cannot be used; the message names the file, the key, what it holds and what it takes."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a team has set; every part may be empty.

    off: rules that are switched off, by code or name. roles: a role and what it can grant, 0-3 (0 nothing, 1 uses the
    work, 2 manages, 3 signs). products: the team's products. jargon: an expression and the group of the lexicon that it
    belongs to, such as `verbs_seller.show`. stages: the team's own stage names, in lower case, and the stage that each
    means. context: what is known of a call where neither flag nor file says so. path: the file, None if there is none.
    """

    off: frozenset[str] = frozenset()
    roles: Mapping[str, int] = field(default_factory=dict)
    products: tuple[str, ...] = ()
    jargon: Mapping[str, str] = field(default_factory=dict)
    stages: Mapping[str, str] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)
    path: Path | None = None


def load_settings(start: Path) -> Settings:
    """The settings of the nearest file in `start` or a folder above it; empty ones where there is none.

    In one folder `callwright.toml` comes before `pyproject.toml`. Raises BadSettings.
    """
    for path in _candidates(start):
        table = _table(path)
        if table is not None:
            return _settings(table, path)
    return Settings()


def _candidates(start: Path) -> Iterator[Path]:
    for folder in (start, *start.parents):
        for name in ("callwright.toml", "pyproject.toml"):
            path = folder / name
            if path.is_file():
                yield path


def _table(path: Path) -> dict[str, Any] | None:
    """The settings in a file; None in a `pyproject.toml` that says nothing of Callwright."""
    try:
        whole = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        if path.name == "pyproject.toml":
            return None  # another tool's file in a folder above is not ours to complain of
        raise BadSettings(f"{path} cannot be read: {wrong}") from wrong
    if path.name == "callwright.toml":
        return whole
    tools = whole.get("tool")
    ours = tools.get("callwright") if isinstance(tools, dict) else None
    return ours if isinstance(ours, dict) else None


def _settings(table: Mapping[str, Any], path: Path) -> Settings:
    for key in table:
        if key not in ("rules", "lexicon", "stages", "context"):
            raise BadSettings(f"{path}: {key} is not a setting; there are rules, lexicon, stages and context")
    parts = {name: _part(table, name, path) for name in ("rules", "lexicon", "stages", "context")}
    return Settings(
        off=_off(parts["rules"], path),
        **_words(parts["lexicon"], path),
        stages=_stages(parts["stages"], path),
        context=_context(parts["context"], path),
        path=path,
    )


def _part(table: Mapping[str, Any], name: str, path: Path, under: str = "") -> Mapping[str, Any]:
    part = table.get(name, {})
    if not isinstance(part, dict):
        raise BadSettings(f"{path}: {under}{name} is {part!r}; it takes a table, as in [{under}{name}]")
    return part


def _off(rules: Mapping[str, Any], path: Path) -> frozenset[str]:
    for name, value in rules.items():
        if not isinstance(value, bool):
            raise BadSettings(f"{path}: rules.{name} is {value!r}; it takes true (on) or false (off)")
    return frozenset(name for name, on in rules.items() if not on)


def _words(lexicon: Mapping[str, Any], path: Path) -> dict[str, Any]:
    for kind in lexicon:
        if kind not in ("roles", "products", "jargon"):
            raise BadSettings(f"{path}: lexicon.{kind} is not a kind of word; there are roles, products and jargon")
    products = lexicon.get("products", [])
    if not isinstance(products, list) or not all(isinstance(word, str) and word.strip() for word in products):
        raise BadSettings(f'{path}: lexicon.products is {products!r}; it takes a list of names, as in ["Ledger One"]')
    roles, jargon = (_part(lexicon, kind, path, "lexicon.") for kind in ("roles", "jargon"))
    for role, standing in roles.items():
        if isinstance(standing, bool) or standing not in range(4):
            raise BadSettings(f"{path}: lexicon.roles.{role} is {standing!r}; it takes 0, 1, 2 or 3")
    for word, group in jargon.items():
        if not isinstance(group, str):
            raise BadSettings(
                f"{path}: lexicon.jargon.{word} is {group!r}; it takes a group, as in 'verbs_seller.show'"
            )
    return {"roles": roles, "products": tuple(word.strip() for word in products), "jargon": jargon}


def _stages(stages: Mapping[str, Any], path: Path) -> dict[str, str]:
    for name, meaning in stages.items():
        if meaning not in STAGES:
            raise BadSettings(f"{path}: stages.{name} is {meaning!r}; it takes one of {', '.join(STAGES)}")
    return {name.strip().lower(): meaning for name, meaning in stages.items()}


def _context(context: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    for name in context:
        if not is_context(name):
            raise BadSettings(f"{path}: context.{name} is not something to know of a call")
    try:
        call_from(context)
    except BadCall as wrong:
        raise BadSettings(f"{path}: context.{wrong}") from wrong
    return context
