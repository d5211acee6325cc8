"""Which column holds what: by name, as tables usually call it, or as the person says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from callwright.batch.rows import BadTable

FIELDS = ("text", "id", "stage", "minutes", "first_meeting", "channel", "attendees", "product", "today")
"""What can be read from a column."""


def parse_columns(given: Sequence[str]) -> dict[str, str]:
    """From flags such as `text=Call Objective` to the field and the header of each. Raises BadTable."""
    chosen = {}
    for flag in given:
        field, equals, header = flag.partition("=")
        if not equals or field.strip() not in FIELDS:
            raise BadTable(f'--column {flag}: write it as text="Call Objective"; fields are {", ".join(FIELDS)}')
        chosen[field.strip()] = header.strip()
    return chosen


def columns_of(columns: Sequence[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """For each field that the table holds, its column. chosen: what the person says, which comes before all else.

    Raises BadTable where a chosen column is not there, or where none is known to hold the objective.
    """
    by_name = {_plain(column): column for column in reversed(columns)}
    found = {field: _chosen(header, columns, by_name) for field, header in chosen.items()}
    for field, names in usual_headers().items():
        taken = set(found.values())
        column = next((by_name[name] for name in names if name in by_name and by_name[name] not in taken), None)
        if field not in found and column is not None:
            found[field] = column
    if "text" not in found:
        raise BadTable(f'no column is known to hold the objective; say which with --column text="…": {_list(columns)}')
    return found


def _chosen(header: str, columns: Sequence[str], by_name: Mapping[str, str]) -> str:
    column = header if header in columns else by_name.get(_plain(header))
    if column is None:
        raise BadTable(f"there is no column {header!r}; there are: {_list(columns)}")
    return column


@cache
def usual_headers() -> dict[str, tuple[str, ...]]:
    """For each field the names that tables give it, most telling first, as `_plain` writes them."""
    return {field: tuple(map(_plain, names)) for field, names in _data()["headers"].items()}


@cache
def usual_stages() -> dict[str, str]:
    """Stage names that CRMs come with, in lower case, and the stage of the buying process that each stands for."""
    return dict(_data()["stages"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "headers.toml").read_text(encoding="utf-8"))


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _list(columns: Sequence[str]) -> str:
    return ", ".join(columns)
