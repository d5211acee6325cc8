"""From a row as read to what is checked of it: id, text, call, and what is passed through."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from callwright.batch.results import as_json, as_text
from callwright.batch.rows import Item, Rejected, Row
from callwright.context import call_from, is_context
from callwright.smart import BadCall


def item_of_row(
    row: Row, fields: Mapping[str, str], known: Mapping[str, Any], stages: Mapping[str, str]
) -> Item | Rejected:
    """The item of a table's row. fields: the column of each field. known: of every call, where the row says nothing."""
    read = {field: row.cells[column] for field, column in fields.items()}
    text, id_ = as_text(read.pop("text")), as_text(read.pop("id", "")) or str(row.line)
    extra = {name: _plain(value) for name, value in row.cells.items() if name not in fields.values()}
    return _item(row, id_, text, read, extra, known, stages)


def item_of_object(
    row: Row, renamed: Mapping[str, str], known: Mapping[str, Any], stages: Mapping[str, str]
) -> Item | Rejected:
    """The item of a JSON object `{"id", "text", "context": {…}}`. renamed: the key of a field that has another."""
    rest = dict(row.cells)
    read = {field: rest.pop(key) for field, key in renamed.items() if key in rest}
    text = read.pop("text") if "text" in renamed and "text" in read else rest.pop("text", None)
    id_ = read.pop("id") if "id" in read else rest.pop("id", None)
    context = rest.pop("context", None) or {}
    if not isinstance(text, str):
        return rejected(row, f"text is {text!r}; it takes the objective as a text")
    if not isinstance(context, dict):
        return rejected(row, f'context is {context!r}; it takes an object such as {{"stage": "needs"}}')
    unknown = {name: value for name, value in context.items() if not is_context(name)}
    extra = rest | ({"context": unknown} if unknown else {})
    return _item(row, str(row.line if id_ is None else id_), text, {**context, **read}, extra, known, stages)


def rejected(row: Row, reason: str) -> Rejected:
    """A row with the reason why it gets no verdict."""
    return Rejected(row.line, reason, as_json(dict(row.cells)))


def _item(
    row: Row,
    id_: str,
    text: str,
    read: Mapping[str, Any],
    extra: Mapping[str, Any],
    known: Mapping[str, Any],
    stages: Mapping[str, str],
) -> Item | Rejected:
    said = {name: value for name, value in read.items() if value is not None and value != ""}
    try:
        return Item(row, id_, text, call_from({**known, **said}, stages=stages), said, extra)
    except BadCall as wrong:
        hint = "; say what your stages mean under [stages] in callwright.toml" if str(wrong).startswith("stage") else ""
        return rejected(row, f"{wrong}{hint}")


def _plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    return value.isoformat() if isinstance(value, dt.date) else str(value)
