"""What was pressed on the plan page beside what the open page has: a suggestion, a merge, a disagreement, a choice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import QueryDict

from callwright.web.checking import presses
from callwright.web.checking.queries import Rewriting
from callwright.web.plans.actions import set_aside, take_back
from callwright.web.plans.desk import Desk
from callwright.web.plans.errors import Conflict
from callwright.web.plans.forms import PlanForm
from callwright.web.plans.models import Objective
from callwright.web.plans.words import Words
from callwright.web.sent import key_in

REASON = "reason-"
"""How the names of the fields for a reason begin; the rule's code follows."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What a press puts in the fields. rewriting: of the line, None where it stays. words: with what belongs to it."""

    words: Words
    rewriting: Rewriting | None = None
    entry: str = ""


def filled(posted: QueryDict, desk: Desk, form: PlanForm) -> Filled | None:
    """The fields after a suggestion was taken, or an answer given or taken back; None where no such thing happened."""
    idea = desk.idea(posted.get("take", ""))
    if idea is not None:
        words = replace(form.words(), text=idea.text, fallback=idea.fallback, measure=idea.measure, category="")
        return Filled(words, Rewriting(idea.text), idea.id)
    new = presses.rewriting(posted, form.line(), desk.known)
    if new is None:
        return None
    words = replace(form.words(), text=new.text)
    if "undo" in posted:
        return Filled(_without_idea(words, form.said("entry"), desk), new)
    return Filled(words, new, form.said("entry"))


def _without_idea(words: Words, entry: str, desk: Desk) -> Words:
    """A suggestion that is taken back takes its fallback and measure along."""
    idea = desk.idea(entry)
    if idea is None:
        return words
    return replace(
        words,
        fallback="" if words.fallback == idea.fallback else words.fallback,
        measure="" if words.measure == idea.measure else words.measure,
    )


def merged(how: str, mine: Words, conflict: Conflict) -> Words:
    """One of two: mine, theirs, or both lines beneath each other for a last touch."""
    theirs = conflict.theirs
    if how == "theirs":
        return theirs
    if how == "join":
        return Words(
            "\n".join(dict.fromkeys(filter(None, [theirs.text, mine.text]))),
            mine.fallback or theirs.fallback,
            mine.measure or theirs.measure,
            mine.category or theirs.category,
        )
    return mine


def disagreed(posted: QueryDict) -> tuple[str, str] | None:
    """The code of a rule that is set aside, and for what ("line" or "good"); None where none is."""
    how, _, code = posted.get("aside", "").partition(":")
    if code:
        return code, how
    # Enter in the field of a reason presses the page's first button.
    given = [name for name, text in posted.items() if name.startswith(REASON) and str(text).strip()]
    return (given[0].removeprefix(REASON), "line") if given and "check" in posted else None


def set_finding_aside(posted: QueryDict, desk: Desk, objective: Objective, code: str, how: str) -> None:
    """Sets aside what the rule finds in the line. Raises PlanRefused without a reason."""
    found = [one for tile in desk.verdict(objective.text).tiles for one in tile.by_rule if one.code == code]
    set_aside(
        objective=objective,
        code=code,
        words=next((one.words for one in found if not one.aside), ""),
        reason=posted.get(f"{REASON}{code}", ""),
        for_good=how == "good",
        by=desk.member,
    )


def taken_back(posted: QueryDict, desk: Desk) -> bool:
    """Lets a finding count again, where that was pressed."""
    key = key_in(posted.get("back", ""))
    return key is not None and take_back(member=desk.member, key=key) is not None
