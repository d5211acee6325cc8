"""Texts from the command line or standard input, and the verdict on each as it comes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from callwright.cli.output import Format, chosen, console, say, write_json
from callwright.cli.status import ALL_SMART, SOME_NOT, WRONG_USE
from callwright.judging import EngineName, Judged, judge_each
from callwright.settings import Settings
from callwright.smart import Assessment, Call

Line = tuple[str, str]
Show = Callable[[str, Assessment], None]

STANDARD_INPUT = "-"


def answer(
    texts: Sequence[str],
    call: Call,
    *,
    engine: EngineName,
    settings: Settings,
    format_: Format | None,
    no_color: bool,
) -> int:
    """Judges and shows each text; the exit status."""
    show = _json if chosen(format_) == "json" else _text(call, no_color)
    status = None
    several = len(texts) > 1 or STANDARD_INPUT in texts
    for (id_, _), verdict in judge_each(_lines(texts), lambda line: (line[1], call), engine=engine, settings=settings):
        if isinstance(verdict, Assessment):
            show(id_, verdict)
        else:
            say(f"text {id_}: {verdict}" if several else str(verdict))
        status = max(status or ALL_SMART, _status(verdict))
    if status is None:
        say("there is no text to check")
    return WRONG_USE if status is None else status


def _lines(texts: Sequence[str]) -> Iterator[Line]:
    """Each text with its id: its number, or the number of its line. Blank lines of standard input are passed over."""
    number = 0
    for text in texts:
        if text != STANDARD_INPUT:
            number += 1
            yield str(number), text
            continue
        for line in sys.stdin.buffer:
            number += 1
            content = line.decode("utf-8-sig", "replace").rstrip("\r\n")
            if content.strip():
                yield str(number), content


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
