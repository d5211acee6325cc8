"""`callwright suggest` and `callwright improve`: objectives that fit a call, and what would mend a weak line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from callwright.cli import options
from callwright.cli.about_call import NO_FLAGS, Flags, takes_a_call
from callwright.cli.known import call_of, settings_here
from callwright.cli.output import chosen, console, say, write_json
from callwright.judging import EngineName, own_of
from callwright.smart import CRITERIA, Assessment, Call, assess

if TYPE_CHECKING:
    from rich.console import Console

    from callwright.compose import Improved, Improvement
    from callwright.llm import Opinion
    from callwright.settings import Settings

AnswerFlag = Annotated[
    list[str] | None,
    typer.Option(
        "--answer",
        metavar="CRITERION=TEXT",
        help="An answer to a question, or its number. Repeatable.",
        show_default=False,
    ),
]
OpinionFlag = Annotated[
    bool,
    typer.Option("--second-opinion", help="Ask the model named by CALLWRIGHT_LLM_MODEL too; what is sent is shown."),
]
STRETCH = "stretch"
"""Names the one question that is no criterion's: what else a long call could bring."""


@takes_a_call
def suggest(
    flags: Flags = NO_FLAGS,
    format_: options.FormatFlag = None,
    no_color: options.NoColorFlag = False,
) -> None:
    """Suggest objectives that fit a call, the best first."""
    from callwright.compose import suggest as suggestions_for

    settings = settings_here()
    call = call_of(settings, **flags)
    found = suggestions_for(call)
    if chosen(format_) == "json":
        write_json({"suggestions": [one.to_dict() for one in found]})
        return
    paper = console(no_color)
    if not found:
        paper.print("Nothing in the catalogue fits this call; give it a few more minutes, or say who attends.")
    for number, one in enumerate(found, 1):
        paper.print(f"{number}. {one.text}", style="bold", soft_wrap=True)
        paper.print(f"   {one.why}", soft_wrap=True)
        paper.print(
            f"   It worked if you have: {one.measure}. Failing that: {one.fallback}.", style="dim", soft_wrap=True
        )


@takes_a_call
def improve(
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The line to mend.", show_default=False)],
    flags: Flags = NO_FLAGS,
    answer: AnswerFlag = None,
    second_opinion: OpinionFlag = False,
    format_: options.FormatFlag = None,
    engine: options.EngineFlag = "best",
    no_color: options.NoColorFlag = False,
) -> None:
    """Ask what would mend a line, one question for each unmet criterion; with answers, rewrite it."""
    from callwright.compose import improve as improvement_of

    settings = settings_here()
    call = call_of(settings, **flags)
    answers = answers_of(answer or [])
    found = improvement_of(text, call, judge=judge_with(engine, settings))
    improved = found.apply(numbered(found, answers)) if answers else None
    opinion = _opinion(found, numbered(found, answers)) if second_opinion else None
    if chosen(format_) == "json":
        write_json(found.to_dict(improved) | ({"second_opinion": opinion.to_dict()} if opinion else {}))
        return
    _show(console(no_color), found, improved)
    if opinion is not None:
        _show_opinion(console(no_color), opinion)


def judge_with(engine: EngineName, settings: Settings) -> Callable[[str, Call], Assessment]:
    """How lines are judged: by this engine, as the team has set it up."""
    own = own_of(settings)
    return lambda text, call: assess(text, call, engine=engine, own=own)


def answers_of(raw: Sequence[str]) -> dict[str, str]:
    """`criterion=text` flags as a mapping. Raises typer.BadParameter for another name, or for no `=`."""
    answers = {}
    for one in raw:
        name, sign, text = one.partition("=")
        name = name.strip().lower().replace("-", "_")
        if not sign or name not in (*CRITERIA, STRETCH):
            raise typer.BadParameter(
                f"--answer {one!r}: it takes CRITERION=TEXT with one of {', '.join((*CRITERIA, STRETCH))}"
            )
        answers[name] = text.strip()
    return answers


def numbered(found: Improvement, answers: dict[str, str]) -> dict[str, str]:
    """The answers with a number replaced by the choice that it stands for."""
    asked = {
        question.criterion: question for question in (*found.questions, *([found.stretch] if found.stretch else []))
    }
    return {name: choice(asked[name].choices, text) if name in asked else text for name, text in answers.items()}


class BadChoice(typer.BadParameter):
    """A number that is no choice."""


def choice(choices: Sequence[str], said: str) -> str:
    """What somebody chose: the choice of that number, else their own words. Raises BadChoice."""
    if not said.isdecimal():
        return said
    if not 1 <= int(said) <= len(choices):
        raise BadChoice(f"there is no choice {said}: there are choices 1 to {len(choices)}, or your own words")
    return choices[int(said) - 1]


def _opinion(found: Improvement, answers: dict[str, str]) -> Opinion:
    """What the configured model makes of the line; it says on standard error what was sent."""
    import os

    from callwright.llm import BadConfig, config_from, second_opinion

    config = config_from(os.environ)
    if config is None:
        raise BadConfig("--second-opinion takes a model: set CALLWRIGHT_LLM_MODEL, and CALLWRIGHT_LLM_URL for a server")
    opinion = second_opinion(found.text, found.call, config, answers=answers, judge=found.judge)
    say(f"sent to {config.model}: {opinion.sent or 'nothing'}")
    return opinion


def _show_opinion(paper: Console, opinion: Opinion) -> None:
    if opinion.by == "rules":
        paper.print(f"No second opinion: {opinion.notice}.", style="dim", soft_wrap=True)
        return
    paper.print(f"{opinion.model} would say: {opinion.text}", soft_wrap=True)


def _show(paper: Console, found: Improvement, improved: Improved | None) -> None:
    if improved is not None:
        paper.print(improved.text, style="bold", soft_wrap=True)
        state = "It passes all five." if improved.check.smart else f"Still open: {_open(improved.check)}."
        paper.print(state, soft_wrap=True)
        if improved.dropped:
            paper.print(f"Set aside: {improved.dropped}", style="dim", soft_wrap=True)
        for left in improved.unused:
            paper.print(f"Not worked in: “{left.answer}”: {left.reason}.", style="dim", soft_wrap=True)
        return
    if found.check.smart:
        paper.print("It passes all five as it is.")
    for question in (*found.questions, *([found.stretch] if found.stretch else [])):
        paper.print(f"{question.criterion.replace('_', '-')}: {question.question}", style="bold", soft_wrap=True)
        for number, one in enumerate(question.choices, 1):
            paper.print(f"  {number}. {one}", soft_wrap=True)


def _open(check: Assessment) -> str:
    return ", ".join(name.replace("_", "-") for name in CRITERIA if not check.met[name])
