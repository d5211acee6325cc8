"""One or two: of several objectives, which to take along, with the reason for each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from callwright.compose.fitting import minutes
from callwright.compose.improve.line import line_of
from callwright.smart import Assessment, Call, assess

KEY: Final = 2
"""Key objectives of a call at most ("create 1–2 key objectives", the seed)."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """One objective of several. keep: whether to take it along. reason: why it stands where it does."""

    text: str
    keep: bool
    reason: str
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
        ranked.append(Ranked(check.text, keep, _reason(check, keep, kept, call), check))
    return tuple(ranked)


def _worth(check: Assessment) -> float:
    """Met criteria first; then what it brings; an objective that wastes the call last of its like."""
    brings = 3 if "advance" in check.categories else 2 if "understand" in check.categories else len(check.categories)
    return 10 * sum(check.met.values()) + brings - 0.5 * check.low_sights


def _reason(check: Assessment, keep: bool, kept: int, call: Call) -> str:
    said = f"{_brings(check)}; {_stands(check)}"
    if keep:
        return f"{said}; about {check.minutes_needed} of {minutes(call)} minutes"
    crowded = "one or two key objectives are enough for a call" if kept >= KEY else "the minutes are gone by then"
    return f"{said}; {crowded}"


def _brings(check: Assessment) -> str:
    if "advance" in check.categories:
        return "the customer acts"
    if "understand" in check.categories:
        return "you learn something about them"
    return "it opens another door" if check.categories else "nothing comes of it for the sale yet"


def _stands(check: Assessment) -> str:
    unmet = sum(not met for met in check.met.values())
    return (
        "it passes all five" if not unmet else f"{'one letter is' if unmet == 1 else 'several letters are'} still open"
    )
