"""What is asked of a line, and what the answers make of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from callwright.compose.catalogue import Catalogue, default
from callwright.compose.improve.asking import questions, stretch
from callwright.compose.improve.causes import KEEPING
from callwright.compose.improve.choices import GOODWILL, SERVICE, Check
from callwright.compose.improve.folding import Outcome, holds, outcomes
from callwright.compose.improve.line import Line, line_of
from callwright.compose.improve.refusing import LEFT_ALONE, MENDS_NOTHING, NOT_NEEDED, TOO_MANY, Unused, declined
from callwright.compose.improve.rewrite import TWO, candidates
from callwright.compose.model import Question
from callwright.compose.phrase import trimmed
from callwright.smart import Assessment, Call, assess

ALONE: Final = frozenset({SERVICE, GOODWILL})
"""Answers that leave the line as it is."""

SETTLED: Final = 3
"""How often a wording that does not pass yet is mended with the same answers, so that a second time changes nothing."""


@dataclass(frozen=True, slots=True)
class Improved:
    """What the answers made of a line. text: the new line, or the old one where nothing was to be changed.

    check: its assessment. dropped: words of the rep's that could not stay, None where all are still there.
    unused: the answers that did not come into the line, each with the reason; their questions stay.
    """

    text: str
    check: Assessment
    dropped: str | None = None
    unused: tuple[Unused, ...] = ()


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
        wherever they are sound; nothing comes in that is not in the text, the call or an answer. An answer that does
        not come in is named with the reason.
        """
        given = self._given(answers)
        useful, unused = self._sorted(given)
        best = self._settled(useful)
        return replace(best, unused=(*unused, *self._left_out(useful, best)))

    def _settled(self, answers: Mapping[str, str]) -> Improved:
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
        if not given or ALONE & set(given.values()):
            return Improved(self.text, self.check)
        line = line_of(self.text, self.call)
        keep = self._keep(line, given)
        asked: dict[str, str] = {one.criterion: one.cause for one in self._all if one.criterion in given}
        wanted = self._outcomes(
            answer for answer in given.values() if not keep or trimmed(answer).lower() not in keep.lower()
        )
        if wanted and all(outcome.stands_in(self.text) for outcome in wanted):
            return Improved(self.text, self.check)
        return self._best(line, candidates(line, asked, wanted, keep, categories=self.check.categories))

    @property
    def _all(self) -> tuple[Question, ...]:
        return self.questions + ((self.stretch,) if self.stretch else ())

    def _outcomes(self, answers: Iterable[str]) -> list[Outcome]:
        return outcomes(answers, self.call, self.catalogue or default())

    def _given(self, answers: Mapping[str, str]) -> dict[str, str]:
        """The answers in the order of the questions, those to questions that were not asked left aside."""
        return {
            question.criterion: answers[question.criterion].strip()
            for question in self._all
            if answers.get(question.criterion, "").strip()
        }

    def _sorted(self, given: Mapping[str, str]) -> tuple[dict[str, str], list[Unused]]:
        """The answers that say something, and those that do not."""
        line = line_of(self.text, self.call)
        useful, unused = dict[str, str](), list[Unused]()
        for criterion, answer in given.items():
            reason = None if self._keep(line, {criterion: answer}) else declined(answer)
            if reason is None:
                useful[criterion] = answer
            else:
                unused.append(Unused(criterion, answer, reason))
        return useful, unused

    def _left_out(self, answers: Mapping[str, str], best: Improved) -> Iterator[Unused]:
        """The answers that say something and still did not come in."""
        alone = ALONE & set(answers.values())
        for criterion, answer in answers.items():
            if answer in ALONE or any(outcome.stands_in(best.text) for outcome in self._outcomes([answer])):
                continue
            yield Unused(criterion, answer, LEFT_ALONE if alone else self._why_not(best, answers))

    def _why_not(self, best: Improved, answers: Mapping[str, str]) -> str:
        if best.text == self.text:
            return MENDS_NOTHING
        return TOO_MANY if len(self._outcomes(answers.values())) > TWO else NOT_NEEDED

    def _keep(self, line: Line, given: Mapping[str, str]) -> str | None:
        """The part of the line that an answer chose to keep: the one that it names, in full or by a word of it."""
        for question in self.questions:
            answer = trimmed(given.get(question.criterion, ""))
            if question.cause in KEEPING and answer:
                named = [thing for thing in line.things if thing.lower() == answer.lower()] or [
                    thing for thing in line.things if holds(thing, answer)
                ]
                if len(named) == 1 and named[0].lower() != line.body.lower():
                    return named[0]
        return None

    def _best(self, line: Line, wordings: Iterable[str]) -> Improved:
        """The first wording that passes; else the one that meets most, if it meets more than the line did."""
        best = Improved(self.text, self.check)
        for wording in wordings:
            check = self.judge(wording, self.call)
            if _worth(check) > _worth(best.check):
                best = Improved(wording, check, None if line.body.lower() in wording.lower() else line.body)
            if check.smart and best.text == wording:
                break
        return best

    def to_dict(self, improved: Improved | None = None) -> dict[str, Any]:
        """The object of docs/reference/output.md."""
        found: dict[str, Any] = {
            "text": self.text,
            "questions": [question.to_dict() for question in self.questions],
            "improved": improved.text if improved else None,
            "check": {"id": "1", **(improved.check if improved else self.check).to_dict()},
        }
        if self.stretch:
            found["stretch"] = self.stretch.to_dict()
        if improved and improved.unused:
            found["unused"] = [one.to_dict() for one in improved.unused]
        return found


def _worth(check: Assessment) -> tuple[int, bool]:
    return sum(check.met.values()), not check.low_sights


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
