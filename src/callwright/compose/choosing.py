"""One or two: of several objectives, which to take along, with the reason for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from callwright.compose.fitting import minutes
from callwright.compose.improve.line import line_of
from callwright.smart import Assessment, Call, Category, assess

KEY: Final = 2
"""Key objectives of a call at most ("create 1–2 key objectives", the seed)."""

BRINGS: Final[dict[Category, str]] = {
    "advance": "the customer acts",
    "understand": "you learn something about them",
    "uncover": "it opens another door",
}
"""What comes of an objective, by its category."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One objective of several. keep: whether to take it along. reason: why it stands where it does.

    room: the part of the reason that is about the call: the minutes it takes, or why there is no room for it.
    """

    text: str
    keep: bool
    reason: str
    room: str
    check: Assessment


def things(text: str, call: Call | None = None) -> tuple[str, ...]:
    """The separate objectives that one text names, each as a line of its own; one where it names no more."""
    return line_of(text, call or Call()).things or (text,)


def choose(
    lines: Iterable[str], call: Call | None = None, *, judge: Callable[[str, Call], Assessment] = assess
) -> tuple[Ranked, ...]:
    """The objectives ranked, the best first; the first one or two that fit the minutes are marked to keep.

    A line that passes all five comes before one that does not, an act of the customer's before a fact, a fact before
    another opportunity; of equals the one that was written first. With one or two lines there is nothing to choose.
    """
    call = call or Call()
    checks = [judge(line, call) for line in dict.fromkeys(line.strip() for line in lines) if line]
    order = sorted(range(len(checks)), key=lambda place: (-_worth(checks[place]), place))
    left, kept, ranked = minutes(call), 0, []
    for place in order:
        check = checks[place]
        keep = kept == 0 or (kept < KEY and check.minutes_needed <= left)
        kept += keep
        left -= check.minutes_needed if keep else 0
        room = _room(check, keep, kept, call)
        ranked.append(Ranked(check.text, keep, f"{_brings(check)}; {_stands(check)}; {room}", room, check))
    return tuple(ranked)


def _worth(check: Assessment) -> float:
    """Met criteria first; then what it brings; an objective that wastes the call last of its like."""
    brings = 3 if "advance" in check.categories else 2 if "understand" in check.categories else len(check.categories)
    return 10 * sum(check.met.values()) + brings - 0.5 * check.low_sights


def _room(check: Assessment, keep: bool, kept: int, call: Call) -> str:
    if keep:
        return f"about {check.minutes_needed} of {minutes(call)} minutes"
    return "one or two key objectives are enough for a call" if kept >= KEY else "the minutes are gone by then"


def _brings(check: Assessment) -> str:
    return " and ".join(BRINGS[one] for one in check.categories) or "nothing comes of it for the sale yet"


def _stands(check: Assessment) -> str:
    unmet = sum(not met for met in check.met.values())
    return (
        "it passes all five" if not unmet else f"{'one letter is' if unmet == 1 else 'several letters are'} still open"
    )
