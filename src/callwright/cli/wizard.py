"""The steps of `callwright plan`: one question at a time, answered by number or in one's own words, or passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from callwright.cli.composing import BadChoice, choice
from callwright.cli.draft import Draft, Goal, save
from callwright.compose import Suggestion, choose, improve, suggest, things
from callwright.context import call_from
from callwright.smart import STAGES, Assessment, BadCall, Call

Say = Callable[[str], None]
Hear = Callable[[str], str]
"""Puts a prompt and gives the answer, "" for Enter."""

KEY: Final = 2
CALL_STEPS: Final = {
    "stage": "Where do they stand?",
    "minutes": "How many minutes have you got?",
    "attendees": "Who attends? (CFO; Dana, IT lead)",
    "product": "What do you sell?",
}


@dataclass
class Wizard:
    """One plan being made. judge: how lines are judged. path: where the draft is kept after each answer.
    stages: a team's own names of stages."""

    draft: Draft
    path: Path
    say: Say
    hear: Hear
    judge: Callable[[str, Call], Assessment]
    stages: Mapping[str, str] = field(default_factory=dict)

    @property
    def call(self) -> Call:
        """What is known of the call so far."""
        return call_from(self.draft.call, stages=self.stages)

    def run(self) -> Draft:
        """Asks what is not answered yet; the draft when it is done."""
        self._step("title", self._title)
        for name, question in CALL_STEPS.items():
            if not self.draft.call.get(name):
                self._step(name, partial(self._of_call, name, question))
        self._step("objective", self._objective)
        self._step("mend", self._mend)
        self._step("fallback", self._fallback)
        self._step("second", self._second)
        return self.draft

    def _step(self, name: str, ask: Callable[[], None]) -> None:
        if name in self.draft.asked:
            return
        ask()
        self.draft.asked.append(name)
        save(self.draft, self.path)

    def _title(self) -> None:
        if not self.draft.title:
            self.draft.title = self.hear("Whom is the call with?")

    def _of_call(self, name: str, question: str) -> None:
        if name == "stage":
            self._list(STAGES)
        said = self._picked(question, STAGES if name == "stage" else ())
        try:
            call_from({**self.draft.call, name: said}, stages=self.stages)
        except BadCall as wrong:
            self.say(f"{wrong}")
            return
        if said:
            self.draft.call[name] = said

    def _objective(self) -> None:
        if self.draft.goals:
            return
        found = suggest(self.call)
        self._list(one.text for one in found)
        said = self.hear("By the end of this call … (a number, or your own words)")
        self.draft.goals = self._chosen(said or "1", found)

    def _chosen(self, said: str, found: tuple[Suggestion, ...]) -> list[Goal]:
        """The suggestion of that number, or one's own line; of three things or more, the one or two to take along."""
        if said.isdigit() and 1 <= int(said) <= len(found):
            one = found[int(said) - 1]
            return [Goal(one.text, one.measure, one.fallback)]
        several = things(said, self.call)
        if len(several) <= KEY:
            return [Goal(said)]
        ranked = choose(several, self.call, judge=self.judge)
        self.say("That is more than a call holds. I would take along:")
        for of_several in ranked:
            self.say(f"  {'+' if of_several.keep else '-'} {of_several.text} ({of_several.reason})")
        keep = self.hear("Enter keeps those marked +; or say which, in your own words")
        return [Goal(keep)] if keep else [Goal(one.text) for one in ranked if one.keep]

    def _mend(self) -> None:
        """One question at a time, the most telling first, until the line passes or the rep has had enough."""
        for goal in self.draft.goals:
            passed: set[str] = set()
            while self._ask_once(goal, passed):
                pass

    def _ask_once(self, goal: Goal, passed: set[str]) -> bool:
        """Asks the next question of a line; whether to go on."""
        found = improve(goal.text, self.call, judge=self.judge)
        question = next((one for one in found.questions if one.criterion not in passed), None)
        if question is None:
            return False
        self.say(goal.text)
        self._list(question.choices)
        said = self._picked(question.question, question.choices)
        if said:
            improved = found.apply({question.criterion: said})
            for left in improved.unused:
                self.say(f"I left out “{left.answer}”: {left.reason}.")
            if not improved.unused:
                passed.add(question.criterion)
            goal.text = improved.text
            self.say(f"→ {goal.text}")
        return bool(said)

    def _fallback(self) -> None:
        for goal in self.draft.goals[:1]:
            usual = f" [{goal.fallback}]" if goal.fallback else ""
            said = self.hear(f"And if that fails, at least …{usual} (- for nothing)")
            goal.fallback = "" if said == "-" else said or goal.fallback

    def _second(self) -> None:
        if len(self.draft.goals) >= KEY:
            return
        taken = {goal.text for goal in self.draft.goals}
        found = tuple(one for one in suggest(self.call) if one.text not in taken)
        self._list(one.text for one in found[:3])
        said = self.hear("A second objective? (a number, your own words, or Enter for none)")
        if said:
            self.draft.goals += self._chosen(said, found)[: KEY - len(self.draft.goals)]

    def _picked(self, question: str, choices: Sequence[str]) -> str:
        """What was chosen by its number, or said in one's own words; asked again for a number that is no choice."""
        while True:
            said = self.hear(question)
            try:
                return choice(choices, said) if choices else said
            except BadChoice as wrong:
                self.say(f"{wrong}")

    def _list(self, words: Iterable[str]) -> None:
        for number, one in enumerate(words, 1):
            self.say(f"  {number}. {one}")
