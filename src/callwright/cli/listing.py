"""`callwright rules` and `callwright rule CODE`: what the engine looks for, in the words of the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from callwright.cli.options import LinesFlag, NoColorFlag
from callwright.cli.output import chosen, console, write_json
from callwright.smart import CallwrightError

if TYPE_CHECKING:
    from callwright.corpus import Labels
    from callwright.smart.rules import Rule
    from callwright.smart.rules.stats import Record

HEADINGS = (
    ("what", "What it does"),
    ("why", "Why it matters"),
    ("poor", "A poor example"),
    ("better", "A better one"),
    ("exception", "When it does not apply"),
    ("question", "The question that mends it"),
    ("source", "Source"),
)
"""The fixed headings of every rule: the field, and what it is called for people."""


def rules(
    stats: Annotated[
        Path | None,
        typer.Option(
            "--stats",
            metavar="FILE",
            help="Labelled examples: how often does each rule fire, and rightly?",
            show_default=False,
        ),
    ] = None,
    format_: LinesFlag = None,
    no_color: NoColorFlag = False,
) -> None:
    """List the rules; with --stats, how often each fires on labelled examples and how often rightly."""
    rows = list(_rows(stats))
    if chosen(format_) == "json":
        for row in rows:
            write_json(row)
        return
    from rich.table import Table

    table = Table(*(name.replace("_", " ") for name in rows[0]), box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    console(no_color).print(table)


def rule(
    code: Annotated[str, typer.Argument(help="A rule's code or name, such as S01.", show_default=False)],
    format_: LinesFlag = None,
    no_color: NoColorFlag = False,
) -> None:
    """Say everything about one rule: what, why, examples, when it does not apply, and its source."""
    found = _rule(code)
    if chosen(format_) == "json":
        write_json(describe(found))
        return
    from rich.text import Text

    from callwright.cli.verdict import print_indented

    paper = console(no_color)
    paper.print(Text(f"{found.code} {found.name}", style="bold"))
    paper.print(Text(found.title))
    paper.print(Text(_bearing(found), style="dim"))
    for field, heading in HEADINGS:
        if getattr(found, field):
            paper.print()
            paper.print(Text(heading, style="bold"))
            print_indented(paper, Text(str(getattr(found, field))), 2)


def describe(one: Rule) -> dict[str, Any]:
    """A rule as plain data: everything that it says of itself."""
    names = ("code", "name", "title", "criterion", "cause", "favours", *(field for field, _ in HEADINGS))
    return {name: getattr(one, name) for name in names}


def _rule(code: str) -> Rule:
    from callwright.smart import rules as book

    try:
        return book.rule(code.upper() if code[1:].isdigit() else code.lower())
    except KeyError:
        raise CallwrightError(f"there is no rule {code!r}; `callwright rules` lists them") from None


def _bearing(one: Rule) -> str:
    from callwright.cli.verdict import NAMES

    return f"speaks {'for' if one.favours else 'against'} {NAMES[one.criterion].lower()}"


def _rows(labelled: Path | None) -> Iterable[dict[str, Any]]:
    from callwright.smart.rules import RULES

    records = _records(labelled) if labelled else {}
    for one in RULES:
        row: dict[str, Any] = {"code": one.code, "bearing": _bearing(one), "title": one.title}
        if one.code in records:
            record = records[one.code]
            row |= {"fired": record.fired, "rightly": record.rightly, "precision": record.precision}
        yield row


def _records(labelled: Path) -> Mapping[str, Record]:
    from callwright.corpus import read_examples
    from callwright.smart.rules.stats import stats

    examples = read_examples(labelled)
    return stats((one.text, one.call, _flat(one.labels)) for one in examples).rules


def _flat(labels: Labels) -> dict[str, bool]:
    return {**{str(name): met for name, met in labels.met.items()}, "low_sights": labels.low_sights}


def _cell(value: object) -> str:
    if value is None:
        return "–"
    return f"{value:.2f}" if isinstance(value, float) else str(value)
