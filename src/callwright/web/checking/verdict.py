"""From an assessment to what the page shows: five tiles, a reason behind each, one question, and a few quiet notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from callwright.compose.choosing import KEY
from callwright.smart import CRITERIA, Assessment, Call, Criterion, CriterionName, Finding
from callwright.smart.model import MINUTES_ASSUMED
from callwright.web.checking import words
from callwright.web.checking.marking import Stretch, stretches
from callwright.web.checking.telling import telling

HELPS_MOST: Final[tuple[CriterionName, ...]] = ("action_oriented", "specific", "measurable", "realistic", "time_bound")
"""Which question comes first: one that changes what the line is about may settle the others."""

CLOSED: Final = "none"
"""The state of a page on which every reason was folded away."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """That a finding has been set aside. key: by which it is taken back. for_good: not for this line alone.

    by: the colleague who did; empty where it was the rep.
    """

    key: int
    reason: str
    for_good: bool
    by: str = ""


Aside = Callable[[str, str, str], Disagreement | None]
"""Whether what a rule (by its code) found in a line, at some words of it, has been set aside."""


def nothing_aside(code: str, line: str, words: str) -> None:
    """Where nothing can be set aside, as on the open page."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was found: the coach's sentence, and the code of the rule that it has a page under.

    words: those of the line that it points at, empty where there are none. aside: that the rep has set it aside.
    """

    message: str
    code: str | None = None
    words: str = ""
    aside: Disagreement | None = None


@dataclass(frozen=True, slots=True)
class Tile:
    """One letter. state: blank, met, unmet or close. heading: the verdict in words. basis: what it rests on."""

    name: CriterionName
    state: str
    heading: str
    reasons: tuple[Reason, ...]
    question: str | None = None
    basis: str = ""

    @property
    def letter(self) -> str:
        """S, M, A, R or T."""
        return self.title[0]

    @property
    def title(self) -> str:
        """The criterion in words."""
        return words.TITLES[self.name]

    @property
    def aside(self) -> bool:
        """Whether all that speaks against it was set aside. The verdict stays what it is."""
        return self.question is not None and all(reason.aside for reason in self.reasons)

    @property
    def by_rule(self) -> tuple[Reason, ...]:
        """The reasons that have a rule, one of each: what can be set aside, or has been."""
        found = [one for one in self.reasons if one.code]
        return tuple({(one.code, one.aside): one for one in reversed(found)}.values())[::-1]

    @property
    def word(self) -> str:
        """The state in a word or two."""
        return words.SET_ASIDE if self.aside else words.STATES[self.state]


@dataclass(frozen=True, slots=True)
class Note:
    """A quiet word beside the letters. criterion: the name of its question ("stretch"), where it asks one.

    many: it is about more objectives in one line than a call takes.
    """

    said: str
    criterion: str = ""
    many: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the page says of a line. opened: the criterion whose reason is unfolded, or none."""

    tiles: tuple[Tile, ...]
    summary: str = ""
    stretches: Sequence[Stretch] = ()
    smart: bool = False
    minutes: str = ""
    reads_as: str = ""
    notes: tuple[Note, ...] = ()
    assumed: str = ""
    refusal: str = ""
    opened: str = CLOSED


def blank(looked_at: str = "", refusal: str = "") -> Shown:
    """The page before there is a verdict: each letter says what it asks."""
    tiles = tuple(Tile(name, "blank", words.ASKS[name], (Reason(words.WHY[name]),)) for name in CRITERIA)
    return Shown(tiles, summary=refusal, refusal=refusal, opened=looked_at or CLOSED)


def shown(verdict: Assessment, call: Call, looked_at: str = "", aside: Aside = nothing_aside) -> Shown:
    """What the page says of a verdict. looked_at: the tile that the rep unfolded, CLOSED, or nothing chosen."""
    tiles = tuple(_tile(verdict.criteria[name], verdict.text, aside) for name in CRITERIA)
    return Shown(
        tiles=tiles,
        summary=_summary(verdict, tiles),
        stretches=stretches(verdict),
        smart=verdict.smart,
        minutes=f"{verdict.minutes_needed} of {call.minutes or MINUTES_ASSUMED} minutes",
        reads_as=reads_as(verdict),
        notes=_notes(verdict, call),
        assumed="; ".join(dict.fromkeys(one for name in CRITERIA for one in verdict.criteria[name].assumed)),
        opened=looked_at or _first_question(tiles),
    )


def _tile(criterion: Criterion, text: str, aside: Aside) -> Tile:
    findings = telling(criterion)
    return Tile(
        criterion.name,
        state="close" if criterion.close_call else "met" if criterion.met else "unmet",
        heading=f"{words.TITLES[criterion.name]}: {_in_a_sentence(criterion)}",
        reasons=_reasons(criterion, findings, text, aside),
        question=_question(criterion, findings),
        basis=_basis(criterion),
    )


def _in_a_sentence(criterion: Criterion) -> str:
    if criterion.close_call:
        return words.IN_A_SENTENCE["just" if criterion.met else "nearly"]
    return words.IN_A_SENTENCE["met" if criterion.met else "unmet"]


def _reasons(criterion: Criterion, findings: Sequence[Finding], text: str, aside: Aside) -> tuple[Reason, ...]:
    found = [_reason(one, text, aside) for one in findings]
    if not found:
        return (Reason(words.HOLDS[criterion.name] if criterion.met else words.WHY[criterion.name]),)
    return tuple({(one.message, one.code): one for one in reversed(found)}.values())[::-1]


def _reason(finding: Finding, text: str, aside: Aside) -> Reason:
    words_of_it = "" if finding.start is None or finding.end is None else text[finding.start : finding.end]
    disagreed = None if finding.favours else aside(finding.code, text, words_of_it)
    return Reason(finding.message, finding.code, words_of_it, disagreed)


def _question(criterion: Criterion, findings: Sequence[Finding]) -> str | None:
    if criterion.met:
        return None
    return next((one.question for one in findings if one.question), words.MENDS[criterion.name])


def _basis(criterion: Criterion) -> str:
    clear = criterion.confidence >= words.CLEAR
    sure = "could go either way" if criterion.close_call else "is clear" if clear else "is fairly clear"
    return f"{words.RESTS_ON[criterion.decided_by]}, and {sure}."


def _first_question(tiles: Sequence[Tile]) -> str:
    """The question that helps most: none about what was set aside, one about a close call last."""
    order = sorted(tiles, key=lambda tile: (tile.state == "close", HELPS_MOST.index(tile.name)))
    return next((tile.name for tile in order if tile.question and not tile.aside), CLOSED)


def _summary(verdict: Assessment, tiles: Sequence[Tile]) -> str:
    if verdict.smart:
        return "That is a SMART objective."
    met = [words.TITLES[name].lower() for name in CRITERIA if verdict.criteria[name].met]
    unmet = [words.TITLES[name].lower() for name in CRITERIA if not verdict.criteria[name].met]
    aside = [tile.title.lower() for tile in tiles if tile.aside]
    return (
        f"Not yet {_either(unmet)}."
        + (f" {_all_of(met).capitalize()}: met." if met else "")
        + (f" Set aside: {_all_of(aside)}." if aside else "")
    )


def _either(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _all_of(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def reads_as(verdict: Assessment) -> str:
    """What a line brings, in words."""
    return " and ".join(words.READS_AS[one] for one in verdict.categories) or words.READS_AS_NONE


def _notes(verdict: Assessment, call: Call) -> tuple[Note, ...]:
    notes = []
    if verdict.low_sights:
        said = f"{call.minutes} minutes can carry more. What else would be worth their time?"
        notes.append(Note(said, "stretch" if verdict.smart else ""))  # one question at a time
    if verdict.objectives > KEY and verdict.criteria["time_bound"].met:
        said = f"These are {verdict.objectives} objectives in one. Which one or two matter most?"
        notes.append(Note(said, many=True))
    return tuple(notes)
