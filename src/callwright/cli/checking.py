"""`callwright check`: objectives from the command line, standard input or a file, and the verdict on each."""

from __future__ import annotations

from typing import Annotated

import typer

from callwright.cli import files, options
from callwright.cli.about_call import NO_FLAGS, Flags, takes_a_call
from callwright.cli.answering import answer
from callwright.cli.known import call_of, known_of_call, settings_here


@takes_a_call
def check(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[TEXT]...", help="An objective; - reads one a line.", show_default=False),
    ] = None,
    flags: Flags = NO_FLAGS,
    format_: options.LinesFlag = None,
    engine: options.EngineFlag = "best",
    no_color: options.NoColorFlag = False,
    input_: files.InputFlag = None,
    output: files.OutputFlag = None,
    column: files.ColumnFlag = None,
) -> None:
    """Check objectives: are they SMART, what speaks for and against, and which question would mend them?

    Exit status: 0 all are SMART, 1 some are not, 2 wrong use or a text that gets no verdict, 3 rows were rejected.
    """
    settings = settings_here()
    known = known_of_call(settings, **flags)
    if input_ or output or column:
        if texts:
            raise typer.BadParameter("give texts, or --input and --output, not both")
        raise typer.Exit(files.check_files(input_, output, column or [], known, engine, settings))
    if not texts:
        raise typer.BadParameter("give an objective in quotes, - to read one a line, or --input and --output")
    call = call_of(settings, **known)
    raise typer.Exit(answer(texts, call, engine=engine, settings=settings, format_=format_, no_color=no_color))
