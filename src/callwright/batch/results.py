"""What a verdict adds to a row of a table, and how values become the text of a cell."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import Any, Final

from callwright.batch.rows import Item, Table
from callwright.smart import CRITERIA, Assessment

GAINED: Final = ("smart", *CRITERIA, "categories", "low_sights", "minutes_needed", "advice")
"""The columns that every table gains, in this order. A table that has them already gets them rewritten."""

FLAT: Final = ("stage", "minutes", "first_meeting", "channel", "attendees", "product", "today")


def gained(verdict: Assessment) -> dict[str, Any]:
    """The values of GAINED: truth values, numbers, and texts."""
    return {
        "smart": verdict.smart,
        **{name: verdict.met[name] for name in CRITERIA},
        "categories": "; ".join(verdict.categories),
        "low_sights": verdict.low_sights,
        "minutes_needed": verdict.minutes_needed,
        "advice": advice(verdict),
    }


def advice(verdict: Assessment) -> str:
    """One mending question for each unmet criterion, in the order of the letters; empty where all are met."""
    questions = []
    for name in CRITERIA:
        criterion = verdict.criteria[name]
        if not criterion.met:
            questions.append(next((finding.question for finding in criterion.against if finding.question), None))
    return " ".join(dict.fromkeys(question for question in questions if question))


def contract(item: Item, verdict: Assessment) -> dict[str, Any]:
    """The object of docs/reference/output.md for a row, with what the row held beside under `extra`."""
    return {"id": item.id, **verdict.to_dict(), **({"extra": item.extra} if item.extra else {})}


def head_of(table: Table | None) -> Table:
    """The head of the table that is written for what was read; JSON objects are laid out in columns."""
    table = table or Table.of(("id", "text", *FLAT, "extra"))
    new = tuple(name for name in GAINED if name not in table.columns)
    return Table((*table.columns, *new), (*table.titles, *new))


def cells(item: Item, verdict: Assessment, flat: bool) -> Mapping[str, Any]:
    """The cells of a row of the table that is written. flat: the row was a JSON object, to be laid out in columns."""
    if not flat:
        return {**item.row.cells, **gained(verdict)}
    known = {name: item.context.get(name) for name in FLAT}
    return {"id": item.id, "text": item.text, **known, "extra": item.extra or None, **gained(verdict)}


def as_text(value: Any) -> str:
    """A cell's value as text: nothing for none, true and false as JSON has them, dates by ISO 8601, lists as JSON."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.date | dt.datetime | dt.time):
        return value.isoformat()
    if isinstance(value, list | tuple | dict):
        return as_json(value)
    return str(value)


def as_json(value: Any) -> str:
    """A value as JSON; what JSON has no form for becomes text."""
    return json.dumps(value, ensure_ascii=False, default=as_text)
