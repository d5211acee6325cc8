"""`callwright plan`: from a call to a brief of one page, asking only what is not known."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from callwright.cli import options
from callwright.cli.about_call import NO_FLAGS, Flags, takes_a_call
from callwright.cli.composing import judge_with
from callwright.cli.draft import Draft, Goal, forget, load, usual_place
from callwright.cli.known import known_of_call, settings_here
from callwright.cli.output import Format, chosen, say, write_json
from callwright.context import call_from
from callwright.judging import EngineName
from callwright.settings import Settings

if TYPE_CHECKING:
    from callwright.brief import Brief

ENDINGS = (".md", ".json", ".pdf", ".ics")
StartsFlag = Annotated[
    dt.datetime | None,
    typer.Option(
        "--starts",
        metavar="YYYY-MM-DDTHH:MM",
        formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"],
        help="When the call starts.",
        show_default=False,
    ),
]
OutputFlag = Annotated[
    list[Path] | None,
    typer.Option(
        "--output",
        metavar="FILE",
        help="Where the brief goes: .md, .json, .pdf or .ics. Repeatable.",
        show_default=False,
    ),
]


ObjectiveFlag = Annotated[
    list[str] | None, typer.Option("--objective", metavar="TEXT", help="An objective. Repeatable.", show_default=False)
]
AskFlag = Annotated[
    list[str] | None, typer.Option("--ask", metavar="TEXT", help="A question to put. Repeatable.", show_default=False)
]
ExpectFlag = Annotated[
    list[str] | None,
    typer.Option("--expect", metavar="TEXT", help="What they may say. Repeatable.", show_default=False),
]
BringFlag = Annotated[
    list[str] | None, typer.Option("--bring", metavar="TEXT", help="What to take. Repeatable.", show_default=False)
]
DraftFlag = Annotated[
    Path | None, typer.Option("--draft", metavar="FILE", help="Where a plan under way is kept.", show_default=False)
]
YesFlag = Annotated[bool, typer.Option("--yes", help="Ask nothing; where no line is given, take the best suggestion.")]


@takes_a_call
def plan(
    title: Annotated[str, typer.Option("--with", metavar="WHOM", help="Whom the call is with.")] = "",
    flags: Flags = NO_FLAGS,
    objective: ObjectiveFlag = None,
    starts: StartsFlag = None,
    place: Annotated[str, typer.Option("--place", metavar="WHERE", help="Where you meet.")] = "",
    ask: AskFlag = None,
    expect: ExpectFlag = None,
    bring: BringFlag = None,
    output: OutputFlag = None,
    draft: DraftFlag = None,
    yes: YesFlag = False,
    format_: options.FormatFlag = None,
    engine: options.EngineFlag = "best",
) -> None:
    """Plan a call: pick or write one or two objectives, and get a brief of one page.

    Enter passes over a question. A plan that is broken off is gone on with the next time.
    """
    for path in output or []:
        if path.suffix.lower() not in ENDINGS:
            raise typer.BadParameter(f"--output {path}: it takes a name that ends in {', '.join(ENDINGS)}")
    settings = settings_here()
    known = dict(known_of_call(settings, **flags))
    if isinstance(known.get("today"), dt.date):
        known["today"] = f"{known['today']:%Y-%m-%d}"  # as the draft, which is JSON, keeps it
    began = Draft(title, known, [Goal(text) for text in objective or []])
    done = _without_asking(began, settings) if yes else _asking(began, draft or usual_place(), engine, settings)
    brief = _brief(done, starts, place, (ask or [], expect or [], bring or []), engine, settings)
    _write(brief, output or [], chosen(format_))
    if not yes:
        forget(draft or usual_place())


def _asking(began: Draft, path: Path, engine: EngineName, settings: Settings) -> Draft:
    from callwright.cli.wizard import Wizard

    under_way = load(path)
    if under_way is not None:
        whose = under_way.title or "a call"
        if _hear(f"A plan for {whose} is under way. Go on with it? [Y/n]").lower() not in ("n", "no"):
            began = under_way
    return Wizard(began, path, _tell, _hear, judge_with(engine, settings), settings.stages).run()


def _tell(line: str) -> None:
    sys.stderr.write(line + "\n")


def _hear(prompt: str) -> str:
    """Asks on standard error, so that the brief alone stands on standard output."""
    sys.stderr.write(f"{prompt}\n> ")
    sys.stderr.flush()
    return " ".join(sys.stdin.readline().split())


def _without_asking(began: Draft, settings: Settings) -> Draft:
    from callwright.compose import suggest

    if not began.goals:
        found = suggest(call_from(began.call, stages=settings.stages))
        began.goals = [Goal(one.text, one.measure, one.fallback) for one in found[:1]]
    return began


Rest = tuple[list[str], list[str], list[str]]
"""What to ask, what they may say, what to bring."""


def _brief(
    done: Draft, starts: dt.datetime | None, place: str, rest: Rest, engine: EngineName, settings: Settings
) -> Brief:
    from callwright.brief import Brief
    from callwright.brief import Goal as OnPage

    call, judge = call_from(done.call, stages=settings.stages), judge_with(engine, settings)
    goals = tuple(OnPage(one.text, judge(one.text, call), one.measure, one.fallback) for one in done.goals if one.text)
    ask, expect, bring = map(tuple, rest)
    return Brief(done.title or "Sales call", call, goals, starts, place, ask, expect, bring)


def _write(brief: Brief, files: list[Path], form: Format) -> None:
    from callwright.brief import calendar, markdown, pdf

    makers = {
        ".md": lambda: markdown(brief).encode(),
        ".json": lambda: json_of(brief),
        ".pdf": lambda: pdf(brief),
        ".ics": lambda: calendar(brief),
    }
    for path in files:
        path.write_bytes(makers[path.suffix.lower()]())
        say(f"the brief is in {path}")
    if files:
        return
    if form == "json":
        write_json(brief.to_dict())
    else:
        sys.stdout.write(markdown(brief))


def json_of(brief: Brief) -> bytes:
    """The brief as an indented JSON file."""
    from callwright.cli.output import json_line

    return json_line(brief.to_dict(), indent=2)
