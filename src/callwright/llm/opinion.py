"""A second opinion on a line: what a model proposes, held to the engine and to the guard against invention."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from callwright.compose import improve, invented, sources_of
from callwright.compose.improve.words import stems
from callwright.llm.asking import NoAnswer, proposals
from callwright.llm.config import Config
from callwright.llm.message import message, request, unfit
from callwright.smart import Assessment, Call, CallwrightError, assess

LONGEST_LINE: Final = 400
"""Characters of a proposed wording at most: an objective is a sentence."""

_FOREIGN: Final = re.compile(
    r"https?:|www\.|[\w-]+\.(?:com|net|org|io|example)\b|[<>{}`\n\r\x00-\x08]|\[[^\]]*\]\(|@\w+\.", re.IGNORECASE
)
"""What has no place in an objective: links, addresses, markup, line breaks, control characters."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What came of asking. by: `model` where its wording passed every check, else `rules`: the deterministic result.

    model: the model's name, shown beside its wording. notice: why the model's answer is not shown, None where it is.
    sent: what was sent, word for word; "" where nothing was.
    """

    text: str
    check: Assessment
    by: Literal["model", "rules"]
    model: str
    notice: str | None = None
    sent: str = ""
    others: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As JSON takes it."""
        names = ("text", "by", "model", "notice", "sent")
        return {name: getattr(self, name) for name in names} | {
            "others": list(self.others),
            "check": {"id": "1", **self.check.to_dict()},
        }


def second_opinion(
    text: str,
    call: Call,
    config: Config,
    *,
    answers: Mapping[str, str] | None = None,
    judge: Callable[[str, Call], Assessment] = assess,
) -> Opinion:
    """The model's best wording that passes all five and makes nothing up; else the deterministic result with a notice.

    answers: the rep's answers to the questions of `compose.improve`. Raises only what `assess` raises for the text.
    """
    usual = improve(text, call, judge=judge).apply(answers or {})
    if (reason := unfit(usual.text, call)) is not None:
        return Opinion(usual.text, usual.check, "rules", config.model, reason)
    sent = message(usual.text, call, usual.check)
    try:
        proposed = proposals(config, request(), sent)
    except NoAnswer as why:
        return Opinion(usual.text, usual.check, "rules", config.model, str(why), sent)
    sources = sources_of(text, call, [usual.text, *(answers or {}).values()])
    sound = [check for line in proposed if (check := _checked(line, call, sources, judge)) is not None]
    if not sound:
        notice = "what the model proposed did not pass: it holds no objective of this call, or it made something up"
        return Opinion(usual.text, usual.check, "rules", config.model, notice, sent)
    best, *rest = sound
    return Opinion(best.text, best, "model", config.model, None, sent, tuple(one.text for one in rest))


def _checked(
    line: str, call: Call, sources: tuple[str, ...], judge: Callable[[str, Call], Assessment]
) -> Assessment | None:
    """The assessment of a proposed wording; None where it does not hold."""
    line = line.strip().strip("\"'“”")
    if not line or len(line) > LONGEST_LINE or _FOREIGN.search(line) or invented(line, sources):
        return None
    if not stems(line) & stems(" ".join(sources)):
        return None
    try:
        check = judge(line, call)
    except CallwrightError:
        return None
    return check if check.smart else None
