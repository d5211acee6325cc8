"""Why the verdicts are what they are: the findings of a text in a call, worked out when somebody first looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from callwright.smart.estimate import Estimate
from callwright.smart.judge import Causes
from callwright.smart.lexicon import Lexicon
from callwright.smart.model import CRITERIA, MINUTES_ASSUMED, Call, CriterionName, Finding
from callwright.smart.reading import Reading, Span, read
from callwright.smart.rules import findings, principal, rule
from callwright.smart.rules.base import Hit
from callwright.smart.weigh import leading

PULLS: Final[Mapping[str, Mapping[str, int]]] = {
    "definite": {"definite": -1},
    "measurable": {"measurable": -1},
    "action": {"advance": -1, "understand": -1, "uncover": -1},
    "purchase": {"purchase": 1},
    "impossible": {"impossible": 1},
    "wrong_person": {"wrong_person": 1},
    "after": {"after": 1},
}
"""The outputs whose pull shows the words that a cause rests on. Other causes rest on the call, not on words."""

ALSO: Final = 0.5
"""A cause other than the leading one is told as well from this probability on."""

SMALL_WORD: Final = 3
"""Letters of a word that is not pointed at alone."""

_TWO_WORDS: Final = re.compile(r"(?:\W{1,3}\w+){1,2}")

SpanOf = Callable[[Mapping[str, int]], Span | None]


class Explanation:
    """The findings by criterion; worked out once, when first asked for."""

    def __init__(
        self,
        text: str,
        call: Call,
        estimate: Estimate,
        causes: Mapping[CriterionName, Causes],
        span_of: SpanOf,
        lexicon: Lexicon | None = None,
        off: frozenset[str] = frozenset(),
    ) -> None:
        self._text, self._call, self._estimate, self._causes = text, call, estimate, causes
        self._span_of, self._lexicon, self._off = span_of, lexicon, off
        self._verdicts: Mapping[CriterionName, tuple[bool, bool]] = {}
        self._found: dict[CriterionName, tuple[Finding, ...]] | None = None

    def settle(self, verdicts: Mapping[CriterionName, tuple[bool, bool]]) -> None:
        """Takes in whether each criterion is met, and whether that is a close call."""
        self._verdicts = verdicts

    def __call__(self, name: CriterionName) -> tuple[Finding, ...]:
        """The findings of one criterion."""
        if self._found is None:
            reading = read(self._text, self._lexicon)
            lexical = [one for one in findings(reading, self._call) if one.code not in self._off]
            self._found = {each: self._of(each, reading, lexical) for each in CRITERIA}
        return self._found[name]

    def _of(self, name: CriterionName, reading: Reading, lexical: Sequence[Finding]) -> tuple[Finding, ...]:
        mine = [one for one in lexical if one.criterion == name]
        is_met, is_close = self._verdicts[name]
        if is_met:
            found = [replace(one, decisive=one.favours) for one in mine if one.favours or is_close]
            if is_close and all(one.favours for one in found) and not self._silenced(leading(self._causes[name])):
                # What would settle it: the question of the cause that came nearest to bringing the verdict down.
                found.append(self._principal(leading(self._causes[name]), reading))
            return tuple(found)
        telling = self._telling(name)
        against = [replace(one, decisive=rule(one.code).cause in telling) for one in mine if not one.favours]
        explained = any(rule(one.code).cause == telling[0] for one in against)
        # An unmet criterion is never left without a question: where nothing else speaks, a rule that is off does.
        if not explained and not (against and self._silenced(telling[0])):
            against.insert(0, replace(self._principal(telling[0], reading), decisive=True))
        return (*against, *(one for one in mine if one.favours))

    def _silenced(self, cause: str) -> bool:
        """Whether the principal rule of a cause is switched off."""
        return principal(cause).code in self._off

    def _telling(self, name: CriterionName) -> list[str]:
        """The leading cause first, then others that hold as well."""
        causes = self._causes[name]
        first = leading(causes)
        return [first, *(cause for cause, p in causes.items() if cause != first and p >= ALSO)]

    def _telling_words(self, pulls: Mapping[str, int]) -> Span | None:
        """The words that pull; a lone small word ("by") with the two after it, as by itself it tells nothing."""
        span = self._span_of(pulls)
        if span is None or span[1] - span[0] > SMALL_WORD:
            return span
        after = _TWO_WORDS.match(self._text, span[1])
        return (span[0], after.end()) if after else span

    def _principal(self, cause: str, reading: Reading) -> Finding:
        """What the main rule of a cause says where no pattern was found, at the words that pulled the estimate."""
        pulls = PULLS.get(cause)
        span = self._telling_words(pulls) if pulls else None
        values = {
            "needed": str(self._estimate.minutes_needed),
            "allotted": str(self._call.minutes or MINUTES_ASSUMED),
            "count": str(self._estimate.outcomes_named),
            "who": ", ".join(self._call.attendees) or "they",
            "role": ", ".join(self._call.attendees) or "they",
        }
        speaks = principal(cause)
        if span is None or not speaks.bare:
            return speaks.finding(reading, Hit(span, values))
        # No pattern was found in these words: they are pointed at, and not quoted as if one had been.
        return replace(speaks.finding(reading, Hit(None, values)), start=span[0], end=span[1])
