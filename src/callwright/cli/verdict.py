"""One verdict as text for a person: five letters at a glance, the marked text, a question for each that is unmet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.console import Console
from rich.text import Text

from callwright.cli.marks import Mark, marked
from callwright.smart import CRITERIA, Assessment, Call, Category, Criterion, CriterionName, Finding

NAMES: Final[dict[CriterionName, str]] = {
    "specific": "Specific",
    "measurable": "Measurable",
    "action_oriented": "Action-oriented",
    "realistic": "Realistic",
    "time_bound": "Time-bound",
}
READS_AS: Final[dict[Category, str]] = {
    "advance": "the customer acts and moves on",
    "understand": "you learn what matters to them",
    "uncover": "you find another opportunity to sell",
}
TILE: Final = 12
"""Columns of one letter's tile, where five of them fit side by side."""

SHAPES: Final = {"met": "●", "just met": "◐", "nearly met": "◐", "not met": "○"}
PLAIN_SHAPES: Final = {"met": "[x]", "just met": "[~]", "nearly met": "[~]", "not met": "[ ]"}
"""Shapes for terminals whose encoding has no others."""

STYLES: Final = {"met": "green", "just met": "yellow", "nearly met": "yellow", "not met": "bold red"}


def show_verdict(console: Console, verdict: Assessment, call: Call) -> None:
    """Prints a verdict on `console`; `call` is what was known of the call."""
    console.print()
    for line in _letters(verdict, console):
        line.rstrip()
        console.print(Text("  ").append(line), soft_wrap=True)
    console.print()
    for line in _marked_text(verdict, console.width - 4):
        console.print(Text("  ").append(line), soft_wrap=True)
    for criterion in _unmet(verdict):
        console.print()
        _show_unmet(console, criterion)
    console.print()
    for note in _notes(verdict, call):
        print_indented(console, Text(note, style="dim"), 2)
    console.print()


def word_for(criterion: Criterion) -> str:
    """A criterion's verdict in words: met, just met, nearly met or not met."""
    if criterion.close_call:
        return "just met" if criterion.met else "nearly met"
    return "met" if criterion.met else "not met"


def _letters(verdict: Assessment, console: Console) -> list[Text]:
    shapes = SHAPES if "utf" in console.encoding.lower() else PLAIN_SHAPES
    words = [word_for(verdict.criteria[name]) for name in CRITERIA]
    if console.width < 5 * TILE + 2:
        return [
            Text(f"{name[0].upper()} {shapes[word]} {NAMES[name]}: {word}", style=STYLES[word])
            for name, word in zip(CRITERIA, words, strict=True)
        ]
    rows = ([name[0].upper() for name in CRITERIA], [shapes[word] for word in words], words)
    return [
        Text().join(Text(cell.ljust(TILE), style=STYLES[word]) for cell, word in zip(row, words, strict=True))
        for row in rows
    ]


def print_indented(console: Console, text: Text, by: int, first: str = "") -> None:
    """Prints `text` wrapped and moved `by` columns to the right, with no blanks at line ends.

    first: stands before the first line, in `text`'s style; the lines below it are moved by as much.
    """
    lead = Text(first, style=text.style)
    for line in text.wrap(console, max(console.width - by - len(first), 1)):
        line.rstrip()
        console.print(Text(" " * by).append_text(lead).append_text(line), soft_wrap=True)
        lead = Text(" " * len(first))


def _unmet(verdict: Assessment) -> list[Criterion]:
    return [verdict.criteria[name] for name in CRITERIA if not verdict.criteria[name].met]


def _marked_text(verdict: Assessment, width: int) -> Iterable[Text]:
    marks = [
        Mark(finding.start, finding.end, finding.code)
        for criterion in _unmet(verdict)
        for finding in _shown(criterion)
        if finding.start is not None and finding.end is not None
    ]
    for words, under, labels in marked(verdict.text, marks, width):
        yield Text(words, style="bold")
        if under:
            yield Text(under, style="red")
        if labels:
            yield Text(labels, style="red")


def _shown(criterion: Criterion) -> tuple[Finding, ...]:
    """The findings that the verdict rests on; all that speak against where none is said to be decisive."""
    decisive = tuple(finding for finding in criterion.against if finding.decisive)
    return decisive or criterion.against


def _show_unmet(console: Console, criterion: Criterion) -> None:
    findings = _shown(criterion)
    word = word_for(criterion)
    print_indented(console, Text(f"{NAMES[criterion.name]}: {word}", style=STYLES[word]), 2)
    for finding in findings:
        print_indented(console, Text(f"{finding.message} ").append(finding.code, style="dim"), 4)
    question = next((finding.question for finding in findings if finding.question), None)
    if question:
        print_indented(console, Text(question, style="bold"), 4, first="? ")


def _notes(verdict: Assessment, call: Call) -> Iterable[str]:
    reads = " and ".join(READS_AS[category] for category in verdict.categories)
    yield f"Reads as: {reads or 'neither a step by the customer, nor something learned, nor a new opportunity'}."
    allotted = f" of the {call.minutes}" if call.minutes else ""
    yield f"Takes about {verdict.minutes_needed}{allotted} minutes."
    if verdict.low_sights:
        yield "The call has room for more: set your sights higher."
    if verdict.objectives > 2:
        yield f"Names {verdict.objectives} separate outcomes; one or two get your whole attention."
    assumed = dict.fromkeys(what for name in CRITERIA for what in verdict.criteria[name].assumed)
    if assumed:
        yield f"Taken for granted: {'; '.join(assumed)}."
