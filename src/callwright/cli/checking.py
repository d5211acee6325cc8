"""`callwright check`: objectives from the command line, standard input or a file, and the verdict on each."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated

import typer

from callwright.cli import files, options
from callwright.cli.output import Format, chosen, console, say, write_json
from callwright.judging import EngineName, Judged, judge_each
from callwright.settings import Settings
from callwright.smart import Assessment, Call

Line = tuple[str, str]
Show = Callable[[str, Assessment], None]

ALL_SMART, SOME_NOT, WRONG_USE = 0, 1, 2
"""Exit statuses of docs/reference/output.md; 3, rejected rows, belongs to files."""


def check(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help="An objective; - reads one a line.", show_default=False),
    ] = None,
    stage: options.StageFlag = None,
    minutes: options.MinutesFlag = None,
    first_meeting: options.FirstMeetingFlag = None,
    channel: options.ChannelFlag = None,
    attendee: options.AttendeeFlag = None,
    product: options.ProductFlag = None,
    today: options.TodayFlag = None,
    format_: Annotated[
        Format | None, typer.Option("--format", help="Text on a terminal, else JSON Lines.", show_default=False)
    ] = None,
    engine: options.EngineFlag = "best",
    no_color: options.NoColorFlag = False,
    input_: files.InputFlag = None,
    output: files.OutputFlag = None,
    column: files.ColumnFlag = None,
) -> None:
    """Check objectives: are they SMART, what speaks for and against, and which question would mend them?

    Exit status: 0 all are SMART, 1 some are not, 2 wrong use or a text that gets no verdict, 3 rows were rejected.
    """
    settings = options.settings_here()
    known = options.known_of_call(
        settings, stage=stage, minutes=minutes, first_meeting=first_meeting, channel=channel, attendees=attendee,
        product=product, today=today,
    )  # fmt: skip
    if input_ or output or column:
        if texts:
            raise typer.BadParameter("give texts, or --input and --output, not both")
        raise typer.Exit(files.check_files(input_, output, column or [], known, engine, settings))
    if not texts:
        raise typer.BadParameter("give an objective in quotes, - to read one a line, or --input and --output")
    call = options.call_of(settings, **known)
    show = _json if chosen(format_) == "json" else _text(call, no_color)
    raise typer.Exit(_check(texts, call, engine, settings, show))


def _lines(texts: Sequence[str]) -> Iterator[Line]:
    """Each text with its id: its number, or the number of its line. Blank lines of standard input are passed over."""
    number = 0
    for text in texts:
        if text != "-":
            number += 1
            yield str(number), text
            continue
        for line in sys.stdin.buffer:
            number += 1
            content = line.decode("utf-8-sig", "replace").rstrip("\r\n")
            if content.strip():
                yield str(number), content


def _check(texts: Sequence[str], call: Call, engine: EngineName, settings: Settings, show: Show) -> int:
    """Judges and shows each text; the exit status."""
    status = None
    several = texts != texts[:1] or texts == ["-"]
    for (id_, _), verdict in judge_each(_lines(texts), lambda line: (line[1], call), engine=engine, settings=settings):
        if isinstance(verdict, Assessment):
            show(id_, verdict)
        else:
            say(f"text {id_}: {verdict}" if several else str(verdict))
        status = max(status or ALL_SMART, _status(verdict))
    if status is None:
        say("there is no text to check")
    return WRONG_USE if status is None else status


def _status(verdict: Judged) -> int:
    if not isinstance(verdict, Assessment):
        return WRONG_USE
    return ALL_SMART if verdict.smart else SOME_NOT


def _json(id_: str, verdict: Assessment) -> None:
    write_json({"id": id_, **verdict.to_dict()})


def _text(call: Call, no_color: bool) -> Show:
    from callwright.cli.verdict import show_verdict

    paper = console(no_color)
    return lambda _, verdict: show_verdict(paper, verdict, call)
