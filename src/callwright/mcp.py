"""Callwright for AI assistants: check, improve and suggest as tools, the rules as resources, a prompt to plan a call.

An assistant that is asked "is this SMART?" takes seller activity for action and a deadline for time-bound; here it gets
the engine's verdict with its reasons instead. Speaks the Model Context Protocol by its official SDK (the extra `mcp`).
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Annotated, Any, Final, Literal, ParamSpec, TypeVar

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field
from typing_extensions import TypedDict  # pydantic reads the standard library's from Python 3.12 on

from callwright.compose import improve, suggest
from callwright.context import call_from
from callwright.judging import judge_each, own_of
from callwright.settings import Settings
from callwright.smart import Assessment, Call, CallwrightError, assess
from callwright.smart.rules import RULES, rule
from callwright.version import __version__

MOST: Final = 50
"""Texts that one request may hold: an answer that an assistant can still read."""

HOW: Final = """Callwright checks the objective of a sales call before the call, as a good coach would. An objective is
something that the customer will do, or that we will know, by the end of this call. Time-bound means that it fits into
the minutes of the call, not that it has a deadline; what the seller does is no objective. Two objectives a call at
most. Show the user which criteria are unmet and the question that belongs to each; make up no names, dates or products
to answer them: ask."""

P = ParamSpec("P")
R = TypeVar("R")


class KnownOfCall(TypedDict, total=False):
    """What is known of the call; leave out what is not. The more there is, the better the verdict."""

    stage: Annotated[
        Literal["introduction", "needs", "evaluation", "concerns", "decision", "customer"],
        Field(description="How far the customer is with buying."),
    ]
    minutes: Annotated[int, Field(ge=1, le=1440, description="How long the call will take.")]
    first_meeting: Annotated[bool, Field(description="Whether this is the first meeting with them.")]
    channel: Annotated[Literal["in_person", "video", "phone"], Field(description="How one meets.")]
    attendees: Annotated[list[str], Field(description="Roles, or names with roles: 'CFO', 'Dana Reyes (IT lead)'.")]
    product: Annotated[str, Field(description="What is being sold.")]
    today: Annotated[str, Field(description="The day by which 'Friday' is read, as YYYY-MM-DD.")]


Asked = Literal["specific", "measurable", "action_oriented", "realistic", "time_bound", "stretch"]
"""What a question is about: a criterion, or what else a long call could bring."""

CallArgument = Annotated[KnownOfCall | None, Field(description="What is known of the call.")]
TextArgument = Annotated[str, Field(description="One objective, as the salesperson wrote it.")]


def server(settings: Settings | None = None) -> MCPServer[Any]:
    """The server with its tools, resources and prompts. settings: the team's, if there are any."""
    own = settings or Settings()
    made: MCPServer[Any] = MCPServer("callwright", title="Callwright", instructions=HOW, version=__version__)
    _give_tools(made, own)
    _give_rules(made)
    made.prompt(title="Plan my next call")(plan_my_next_call)
    return made


def plan_my_next_call(customer: str, about: str = "") -> str:
    """Two good objectives for the next call on a customer, in under a minute.

    customer: whom the call is on. about: what is known of it, in any words.
    """
    known = f" What I know of it: {about}." if about else ""
    return (
        f"I have a sales call on {customer}.{known} Ask me, in one message, for whatever of these you do not know yet: "
        "how far they are with buying, how many minutes we have, who attends, whether it is a first meeting. Then use "
        "`suggest`, show me the three best, and ask which one or two I take or what I would rather say. Check my own "
        "words with `check`; if a criterion is unmet, ask me the question that `improve` gives for it, and rewrite the "
        "line with my answer. Make up no name, date, number or product. End with the one or two objectives, and for "
        "each what will show that it was accomplished and the least that would still be worth the call."
    )


def _give_tools(made: MCPServer[Any], own: Settings) -> None:
    ours = own_of(own)

    def known(call: KnownOfCall | None) -> Call:
        return call_from({**own.context, **(call or {})}, stages=own.stages)

    def judge(text: str, call: Call) -> Assessment:
        return assess(text, call, own=ours)

    @made.tool(title="Check objectives")
    @_in_words
    def check(
        texts: Annotated[list[str], Field(min_length=1, max_length=MOST, description="Objectives, one each.")],
        call: CallArgument = None,
    ) -> dict[str, Any]:
        """Is each objective specific, measurable, action-oriented, realistic and time-bound, and if not, why?"""
        verdicts = judge_each(enumerate(texts, 1), lambda one: (one[1], known(call)), settings=own)
        return {"verdicts": [_verdict(str(number), text, judged) for (number, text), judged in verdicts]}

    @made.tool("improve", title="Improve an objective")
    @_in_words
    def improve_objective(
        text: TextArgument,
        call: CallArgument = None,
        answers: Annotated[
            dict[Asked, str] | None,
            Field(description="The user's answers by criterion, as in {'measurable': 'she names a date'}."),
        ] = None,
    ) -> dict[str, Any]:
        """The question for each unmet criterion, with choices; with answers, the line rewritten and checked again."""
        found = improve(text, known(call), judge=judge)
        return found.to_dict(found.apply({str(name): said for name, said in answers.items()}) if answers else None)

    @made.tool("suggest", title="Suggest objectives")
    @_in_words
    def suggest_objectives(call: CallArgument = None) -> dict[str, Any]:
        """Objectives that fit this call, the best first; each passes the check."""
        return {"suggestions": [one.to_dict() for one in suggest(known(call))]}


def _give_rules(made: MCPServer[Any]) -> None:
    @made.resource("callwright://rules", mime_type="text/markdown", title="What makes a good objective")
    def rules() -> str:
        """Every rule, a line each."""
        return "\n".join(f"- {one.code} ({one.criterion.replace('_', '-')}): {one.title}" for one in RULES)

    @made.resource("callwright://rules/{code}", mime_type="text/markdown", title="One rule")
    def one_rule(code: str) -> str:
        """What a rule looks for, why it matters, and the question that mends it."""
        try:
            found = rule(code.upper())
        except KeyError:
            raise CallwrightError(f"there is no rule {code!r}; callwright://rules lists them") from None
        ask = f"Ask: {found.question}" if found.question else "It speaks for the line."
        parts = [f"# {found.code} {found.title}", found.what, found.why, f"Poor: {found.poor}",
                 f"Better: {found.better}", ask, str(found.source)]  # fmt: skip
        return "\n\n".join(parts)


def _verdict(id_: str, text: str, judged: Assessment | CallwrightError) -> dict[str, Any]:
    if isinstance(judged, Assessment):
        return {"id": id_, **judged.to_dict()}
    return {"id": id_, "text": text, "error": str(judged)}


def _in_words(tool: Callable[P, R]) -> Callable[P, R]:
    """A refusal reaches the assistant as words that it can pass on."""

    @functools.wraps(tool)
    def answering(*given: P.args, **named: P.kwargs) -> R:
        try:
            return tool(*given, **named)
        except CallwrightError as wrong:
            raise ToolError(str(wrong)) from wrong

    return answering
