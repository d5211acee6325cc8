"""An export as CSV files in one archive: a file a table, for people and their spreadsheets."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Any, Final

from django.db import models
from django.utils import timezone

from callwright.web.accounts.models import Member
from callwright.web.keeping.as_json import CHUNK, keys_beside
from callwright.web.keeping.snapshot import one_moment
from callwright.web.keeping.tables import Column, Table, tables

A_NUMBER: Final = re.compile(r"[+-][\d\s().,/-]*")
WORKS_AS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")

READ_ME: Final = """Everything in Callwright that belongs to {organization}, one file a table. UTF-8, with commas.

Times are those of {zone}. "ID" numbers a row; other files refer to it by that number, and beside it stands its name.
A text that a spreadsheet would take for a formula begins with an apostrophe. The same as JSON, to the letter: export
it from the same page, or by `callwright export FILE.json`.
"""

Cell = Callable[[Any], str]
Names = dict[type[models.Model], dict[Any, str]]


def write_csv(file: IO[bytes], member: Member) -> None:
    """Writes the archive: all that belongs to the member's organization."""
    about = READ_ME.format(organization=member.organization.name, zone=timezone.get_current_timezone_name())
    with one_moment(), zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("READ ME.txt", about)
        names = _names(member)
        for table in tables():
            # utf-8-sig: without the mark at its beginning Excel takes the file for one of an older code page.
            with (
                archive.open(f"{table.name}.csv", "w", force_zip64=True) as raw,
                io.TextIOWrapper(raw, "utf-8-sig", newline="") as text,
            ):
                csv.writer(text).writerows(_lines(table, member, names))


def _lines(table: Table, member: Member, names: Names) -> Iterator[list[str]]:
    several = {one.name: keys_beside(one, member) for one in table.columns if one.several}
    single = [one.field.attname for one in table.columns if not one.several]
    yield [header for one in table.columns for header in _headers(one, names)]
    for row in table.rows_of(member).values(*single).iterator(chunk_size=CHUNK):
        given = row | {name: keys.get(row["id"], []) for name, keys in several.items()}
        yield [cell for one in table.columns for cell in _cells(one, given[one.field.attname], names)]


def _headers(column: Column, names: Names) -> list[str]:
    if column.refers_to is None:
        return [column.header]
    keys = f"{column.header} (ID{'s' if column.several else ''})"
    return [column.header, keys] if column.refers_to in names else [keys]


def _cells(column: Column, value: Any, names: Names) -> list[str]:
    if column.refers_to is None:
        return [_said(column, value)]
    keys = value if column.several else [] if value is None else [value]
    numbers = "; ".join(str(key) for key in keys)
    if column.refers_to not in names:
        return [numbers]
    named = names[column.refers_to]
    return [_harmless("; ".join(named.get(key, "") for key in keys)), numbers]


def _names(member: Member) -> Names:
    """The name of each row that has one, by its model and key: what stands beside a number."""
    found: Names = {Member: {one.pk: str(one) for one in member.organization.members.select_related("person")}}
    for table in tables():
        if any(column.name == "name" for column in table.columns):
            found[table.model] = dict(table.rows_of(member).values_list("pk", "name"))
    return found


def _said(column: Column, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return timezone.localtime(value).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return _harmless(column.words.get(value, str(value)))


def _harmless(text: str) -> str:
    """The text, not to be run by a spreadsheet that opens it."""
    formula = text.startswith(WORKS_AS_A_FORMULA) and not A_NUMBER.fullmatch(text)
    return f"'{text}" if formula else text
