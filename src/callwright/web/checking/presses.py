"""What was pressed on a page with a line: an answer, its undoing, a letter."""

from __future__ import annotations

from typing import Final

from django.http import QueryDict

from callwright.smart import Call
from callwright.web.checking.forms import LineForm
from callwright.web.checking.queries import Rewriting, rewritten
from callwright.web.checking.verdict import CLOSED

OWN: Final = "own-"
"""How the names of the fields for an answer in one's own words begin; the criterion follows."""
MOVING_ON: Final = frozenset({"answer", "undo", "take", "merge"})
"""Presses that make another line of it, after which the next question is in view."""


def rewriting(posted: QueryDict, text: str, call: Call) -> Rewriting | None:
    """The new line where an answer was given or taken back."""
    if "undo" in posted:
        return Rewriting(posted.get("before", ""))
    given = answers(posted)
    return rewritten(text, call, given) if given else None


def answers(posted: QueryDict) -> dict[str, str]:
    """The answer that was tapped, or those in the rep's own words once a button is pressed."""
    criterion, _, tapped = posted.get("answer", "").partition(":")
    if tapped:
        return {criterion: tapped}
    if "answer" not in posted and "check" not in posted:
        return {}
    own = {name.removeprefix(OWN): str(words) for name, words in posted.items() if name.startswith(OWN)}
    return {name: words for name, words in own.items() if words.strip()}


def undo(posted: QueryDict, typed: str, new: Rewriting | None) -> dict[str, str]:
    """The line to go back to: the one before the last answer, as long as what that made of it stands unedited."""
    if "undo" in posted:
        return {}
    if new is not None:
        return {"before": typed, "after": new.text} if new.text != typed else {}
    unedited = typed and typed == LineForm({"text": posted.get("after", "")}).line()
    return {"before": posted.get("before", ""), "after": typed} if unedited else {}


def looked_at(posted: QueryDict) -> str:
    """The tile whose reason the rep unfolded; a second press folds it away; an answer moves on to the next question."""
    if MOVING_ON & posted.keys():
        return ""
    kept, pressed = posted.get("look", ""), posted.get("open", "")
    return CLOSED if pressed and pressed == posted.get("shown") else pressed or kept
