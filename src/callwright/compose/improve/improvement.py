"""What is asked of a line, and what the answers make of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from callwright.compose.catalogue import Catalogue, default
from callwright.compose.improve.asking import questions, stretch
from callwright.compose.improve.causes import KEEPING
from callwright.compose.improve.choices import GOODWILL, SERVICE, Check
from callwright.compose.improve.line import Line, line_of
from callwright.compose.improve.rewrite import candidates, holds
from callwright.compose.model import Question
from callwright.compose.phrase import trimmed
from callwright.smart import Assessment, Call, assess

SETTLED: Final = 3
"""How often a wording that does not pass yet is mended with the same answers, so that a second time changes nothing."""


@dataclass(frozen=True, slots=True)
class Improved:
    """What the answers made of a line. text: the new line, or the old one where nothing was to be changed.

    check: its assessment. dropped: words of the rep's that could not stay, None where all are still there.
    """

    text: str
    check: Assessment
    dropped: str | None = None


@dataclass(frozen=True, slots=True)
class Improvement:
    """A line with what would mend it. questions: one for each unmet criterion, the most telling first.

    stretch: what else a long call could bring, where the sights are low; it is no criterion's question.
    """

    text: str
    call: Call
    check: Assessment
    questions: tuple[Question, ...]
    stretch: Question | None = None
    judge: Check = field(default=assess, repr=False, compare=False)
    catalogue: Catalogue | None = field(default=None, repr=False, compare=False)

    def apply(self, answers: Mapping[str, str]) -> Improved:
        """The line rewritten with the answers (criterion, or "stretch", -> answer); idempotent.

        Answers to questions that were not asked are left aside, and so are blank ones. The rep's own words stay
        wherever they are sound; nothing comes in that is not in the text, the call or an answer.
        """
        best = self._once(answers)
        for _ in range(SETTLED):
            if best.check.smart or best.text == self.text:
                return best
            again = improve(best.text, self.call, catalogue=self.catalogue, judge=self.judge)._once(answers)
            if again.text == best.text:
                return best
            best = Improved(again.text, again.check, best.dropped or again.dropped)
        return best

    def _once(self, answers: Mapping[str, str]) -> Improved:
        given = self._given(answers)
        if not given or {SERVICE, GOODWILL} & set(given.values()):
            return Improved(self.text, self.check)
        line = line_of(self.text, self.call)
        keep = self._keep(line, given)
        asked: dict[str, str] = {one.criterion: one.cause for one in self._all if one.criterion in given}
        wanted = [answer for answer in given.values() if answer != keep]
        if wanted and all(holds(self.text, answer) for answer in wanted):
            return Improved(self.text, self.check)
        return self._best(line, list(candidates(line, asked, wanted, keep, sound=bool(self.check.categories))))

    @property
    def _all(self) -> tuple[Question, ...]:
        return self.questions + ((self.stretch,) if self.stretch else ())

    def _given(self, answers: Mapping[str, str]) -> dict[str, str]:
        """The answers in the order of the questions."""
        return {
            question.criterion: answers[question.criterion].strip()
            for question in self._all
            if answers.get(question.criterion, "").strip(" .")
        }

    def _keep(self, line: Line, given: Mapping[str, str]) -> str | None:
        """The part of the line that an answer chose to keep."""
        for question in self.questions:
            answer = given.get(question.criterion, "")
            if question.cause in KEEPING and trimmed(answer).lower() in {thing.lower() for thing in line.things}:
                return answer
        return None

    def _best(self, line: Line, wordings: list[str]) -> Improved:
        """The first wording that passes; else the one that meets most, the most faithful of equals."""
        best = Improved(self.text, self.check)
        for wording in wordings:
            check = self.judge(wording, self.call)
            if best.text == self.text or _met(check) > _met(best.check):
                best = Improved(wording, check, None if line.body.lower() in wording.lower() else line.body)
            if check.smart:
                break
        return best if _met(best.check) >= _met(self.check) else Improved(self.text, self.check)

    def to_dict(self, improved: Improved | None = None) -> dict[str, Any]:
        """The object of docs/reference/output.md."""
        found: dict[str, Any] = {
            "text": self.text,
            "questions": [question.to_dict() for question in self.questions],
            "improved": improved.text if improved else None,
            "check": {"id": "1", **(improved.check if improved else self.check).to_dict()},
        }
        return found | ({"stretch": self.stretch.to_dict()} if self.stretch else {})


def _met(check: Assessment) -> int:
    return sum(check.met.values())


def improve(
    text: str, call: Call | None = None, *, catalogue: Catalogue | None = None, judge: Check = assess
) -> Improvement:
    """What would mend a line: a question for each unmet criterion and for no other, with answers that fit this call.

    Raises what `assess` raises for a text that gets no verdict.
    """
    call, catalogue = call or Call(), catalogue or default()
    check = judge(text, call)
    line = line_of(text, call)
    more = stretch(line, call, catalogue, judge) if check.low_sights else None
    return Improvement(text, call, check, questions(line, check, call, catalogue, judge), more, judge, catalogue)
