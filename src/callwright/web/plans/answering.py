"""What the plan page answers to a press: what was kept, what stands in the fields now, and where to go from here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.http import QueryDict
from django.urls import reverse

from callwright.compose.choosing import KEY
from callwright.web.checking import presses as open_page
from callwright.web.checking.queries import Rewriting, choices_for
from callwright.web.checking.verdict import CLOSED
from callwright.web.plans import choosing, presses
from callwright.web.plans.desk import THIRD, Desk
from callwright.web.plans.errors import PlanRefused
from callwright.web.plans.forms import SEEN, PlanForm
from callwright.web.plans.keeping import Kept, keep, seen_now
from callwright.web.plans.words import Words


@dataclass
class Answer:
    """form: as it is to be shown. typed: the line as it was sent. leave: where to go, once all is kept.

    choice: lines of which one or two are to be chosen. slip: why something was not done.
    """

    form: PlanForm
    typed: str
    rewriting: Rewriting | None = None
    kept: Kept | None = None
    choice: list[choosing.Candidate] | None = None
    slip: str = ""
    leave: str = ""


def answer(desk: Desk, posted: QueryDict, *, live: bool) -> Answer:
    """The answer to a form. live: it was sent while typing, by a script that keeps the words by itself."""
    form = PlanForm(posted)
    given = Answer(form, form.line())
    for pressed, press in PRESSES.items():
        if pressed in posted:
            press(desk, posted, given)
            return given
    _disagree(desk, posted, given)
    _fill(desk, posted, given)
    if not live and not desk.begun and given.kept is None:
        _take(given, keep(desk, given.form, pressed=False))
    return given


def drafted(desk: Desk, posted: QueryDict) -> Answer:
    """The answer to words that a script sends while one writes. Nothing is kept so once the call has begun."""
    form = PlanForm(posted)
    given = Answer(form, form.line())
    if not desk.begun:
        _take(given, keep(desk, form, pressed=False))
    return given


def _done(desk: Desk, posted: QueryDict, given: Answer) -> None:
    """Keeps all, and leaves; a third objective meets the choice first."""
    if desk.position == THIRD and given.typed.strip():
        given.choice = choosing.between(desk, given.typed)
        return
    _take(given, keep(desk, given.form, pressed=True))
    if given.kept and given.kept.state in {"kept", "none"}:
        given.leave = _where(desk, posted)


def _where(desk: Desk, posted: QueryDict) -> str:
    place = posted.get("go", "")
    if place.isdecimal() and len(place) == 1:
        return f"{reverse('plan', args=[desk.call.pk])}?objective={place}"
    return reverse("today")


def _split(desk: Desk, posted: QueryDict, given: Answer) -> None:
    given.choice = choosing.between(desk, given.typed)


def _choose(desk: Desk, posted: QueryDict, given: Answer) -> None:
    try:
        choosing.chosen(desk, posted, given.form)
    except PlanRefused as told:
        given.slip = str(told)
        given.choice = choosing.offered_again(posted, desk)
        return
    given.leave = reverse("plan", args=[desk.call.pk])


def _merge(desk: Desk, posted: QueryDict, given: Answer) -> None:
    """One of two texts, or both: kept on top of the version that is there now."""
    mine = given.form.words()
    found = keep(desk, given.form, pressed=False)
    if found.conflict is None:
        _take(given, found)
        return
    words = presses.merged(posted.get("merge", ""), mine, found.conflict)
    _refill(given, words, version=found.conflict.version)
    given.rewriting = Rewriting(words.text)
    if words == found.conflict.theirs:
        given.kept = Kept("kept", found.conflict.version, seen_now(desk), found.conflict.current)
    else:
        _take(given, keep(desk, given.form, pressed=False))


def _disagree(desk: Desk, posted: QueryDict, given: Answer) -> None:
    """Sets a finding aside, or lets it count again."""
    presses.taken_back(posted, desk)
    found = presses.disagreed(posted)
    if found is None:
        return
    _take(given, keep(desk, given.form, pressed=False))
    if given.kept and given.kept.objective:
        try:
            presses.set_finding_aside(posted, desk, given.kept.objective, *found)
        except PlanRefused as told:
            given.slip = str(told)


def _fill(desk: Desk, posted: QueryDict, given: Answer) -> None:
    filled = presses.filled(posted, desk, given.form)
    if filled is not None:
        _refill(given, filled.words, entry=filled.entry)
        given.rewriting = filled.rewriting


def _take(given: Answer, kept: Kept) -> None:
    """What was kept is what the page writes on."""
    given.kept = kept
    _refill(given, given.form.words(), version=kept.version, **{SEEN + name: text for name, text in kept.seen.items()})


def _refill(given: Answer, words: Words, **more: Any) -> None:
    given.form = PlanForm({**dict(given.form.data.items()), **asdict(words), **more})


PRESSES = {"done": _done, "go": _done, "split": _split, "choose": _choose, "merge": _merge}
"""What each button does that stands for more than the line; the buttons of the open page do what they do there."""


def context(desk: Desk, posted: QueryDict, given: Answer) -> dict[str, Any]:
    """What templates need to show an answer."""
    looked_at = CLOSED if given.choice else open_page.looked_at(posted)
    return {
        **shown(desk, given.form, looked_at),
        "rewriting": given.rewriting,
        "kept": given.kept,
        "choice": given.choice,
        "slip": given.slip,
        "panel_part": "plans/choice.html" if given.choice else "",
        **open_page.undo(posted, given.typed, given.rewriting),
    }


def shown(desk: Desk, form: PlanForm, looked_at: str = "") -> dict[str, Any]:
    """What templates need to show a plan."""
    return {
        "desk": desk,
        "form": form,
        "verdict": desk.verdict(form.line(), looked_at),
        "choices": choices_for(form.line(), desk.known),
        "looked_at": looked_at,
        "key": KEY,
        "blank_part": "plans/ideas.html",
        "smart_part": "plans/smart.html",
        "finding_part": "plans/disagree.html",
        "splits": True,
    }
