"""`callwright evaluate`: the engine held to labelled examples, as a table or as JSON."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from callwright.cli.options import EngineFlag, FormatFlag, NoColorFlag
from callwright.cli.output import Format, chosen, say, write_json
from callwright.corpus import Disagreement, Evaluation, Example, disagreements, read_examples
from callwright.corpus import evaluate as figures_of
from callwright.judging import EngineName, judge_each
from callwright.smart import Assessment, CallwrightError

LEAVE_OUT = Path("training") / "leave_out.py"
"""The program of the source tree that trains afresh for each writer and prints the figures."""


def evaluate(
    file: Annotated[
        Path | None, typer.Argument(metavar="FILE", help="Labelled examples, JSON Lines.", show_default=False)
    ] = None,
    engine: EngineFlag = "best",
    format_: FormatFlag = None,
    show: Annotated[int, typer.Option("--show", min=0, help="How many of the worst disagreements to show.")] = 0,
    leave_one_writer_out: Annotated[
        Path | None,
        typer.Option(
            "--leave-one-writer-out",
            metavar="DIR",
            help="Train afresh for each writer of a folder.",
            show_default=False,
        ),
    ] = None,
    no_color: NoColorFlag = False,
) -> None:
    """Hold the engine to labelled examples: how far do its verdicts agree with a coach's?

    Settings play no part: the figures are those of the engine as it ships.
    """
    if file is None and leave_one_writer_out is not None:
        raise typer.Exit(_leave_out(leave_one_writer_out, engine, chosen(format_)))
    if file is None or leave_one_writer_out is not None:
        raise typer.BadParameter("give a file of labelled examples, or --leave-one-writer-out with a folder")
    judged, refused = _judged(read_examples(file), engine)
    if not judged:
        raise CallwrightError(f"{file}: every text was refused, so there is nothing to count")
    _show(figures_of(judged), engine, disagreements(judged)[:show], refused, chosen(format_), no_color)


def _judged(examples: list[Example], engine: EngineName) -> tuple[list[tuple[Example, Assessment]], list[str]]:
    """The examples with their assessments, and the ids of those whose text was refused."""
    judged, refused = [], []
    for example, verdict in judge_each(examples, lambda one: (one.text, one.call), engine=engine):
        if isinstance(verdict, Assessment):
            judged.append((example, verdict))
        else:
            refused.append(example.id)
    return judged, refused


def _show(
    figures: Evaluation, engine: EngineName, worst: list[Disagreement], refused: list[str], form: Format, no_color: bool
) -> None:
    if form == "json":
        named: dict[str, Any] = {"engine": engine, **figures.to_dict(), "refused": refused}
        write_json(named | ({"disagreements": [_disagreement(one) for one in worst]} if worst else {}))
        return
    from callwright.cli.figures import show_disagreements, show_figures

    show_figures(figures, no_color)
    show_disagreements(worst, no_color)
    if refused:
        say(f"{len(refused)} texts were refused and are not counted: {', '.join(refused)}")


def _disagreement(one: Disagreement) -> dict[str, Any]:
    return {
        "id": one.example.id,
        "text": one.example.text,
        "criterion": one.criterion,
        "judged_met": one.judged_met,
        "confidence": one.confidence,
    }


def _leave_out(folder: Path, engine: EngineName, form: Format) -> int:
    if not LEAVE_OUT.is_file():
        raise CallwrightError(
            "--leave-one-writer-out trains afresh, which takes the source tree: run it in a checkout of Callwright"
        )
    command = [sys.executable, str(LEAVE_OUT), str(folder), "--engine", engine, "--format", form]
    return subprocess.run(command, check=False).returncode  # noqa: S603  our own program, no shell
