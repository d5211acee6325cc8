"""What the page of a debrief shows: the form with what is known so far, or what was said and what follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from callwright.smart import CallwrightError
from callwright.web.accounts.models import Member
from callwright.web.calls.models import Call
from callwright.web.customers.models import Stage
from callwright.web.debriefs import actions, queries
from callwright.web.debriefs.errors import SavedSince
from callwright.web.debriefs.forms import DebriefForm, fields_of
from callwright.web.debriefs.held import Held, day_of, held_objectives
from callwright.web.debriefs.models import Consequence
from callwright.web.debriefs.offered import Offered
from callwright.web.debriefs.result import Proposal
from callwright.web.debriefs.said import Said, proposal


class Page:
    """One call's debrief. Looking at it opens it: the plan is frozen.

    Raises Refused for a call that was cancelled before anybody looked.
    """

    def __init__(self, call: Call, member: Member) -> None:
        before = call.frozen_at
        self.debrief = queries.debrief_of(call) or actions.open_debrief(call=call, by=member)
        self.call = call if before else queries.call_to_debrief(member, call.pk) or call
        self.member = member
        self.saved_since = False
        """Whether somebody saved it after the form was opened that is to be saved now."""

    @cached_property
    def theirs(self) -> Page:
        """The debrief as it was saved meanwhile."""
        return Page(queries.call_to_debrief(self.member, self.call.pk) or self.call, self.member)

    @property
    def words(self) -> list[str]:
        """What was learned, and what else could be sold."""
        return [*self.debrief.learned.values(), *filter(None, [self.debrief.opening])]

    @property
    def saved(self) -> bool:
        """Whether it has been saved."""
        return self.debrief.saved_at is not None

    @property
    def begun_anew(self) -> bool:
        """Whether somebody has begun to change what was saved."""
        return self.saved and bool(self.debrief.draft)

    @cached_property
    def objectives(self) -> list[Held]:
        """The call's objectives as they are held against what came of them."""
        return held_objectives(self.call)

    @cached_property
    def offered(self) -> list[Offered]:
        """What follows."""
        rows = queries.follows_from(self.debrief)
        stages = list(Stage.objects.of(self.member)) if any(row.kind == Consequence.Kind.STAGE for row in rows) else []
        return [Offered(row, self.call, self.debrief.result, stages) for row in rows]

    @property
    def open_offers(self) -> int:
        """How many offers nobody has answered."""
        return sum(one.row.state == Consequence.State.OFFERED for one in self.offered)

    def form(self, posted: QueryDict | None = None) -> DebriefForm:
        """The form: as sent, else as it was left, else with what was saved."""
        kept = self.debrief.draft or (fields_of(self.call) if self.saved else {})
        data: Mapping[str, Any] = kept if posted is None else posted
        return DebriefForm(self.call, timezone.localdate(), data, complete=posted is not None)

    def proposal(self, form: DebriefForm) -> Proposal:
        """The result that the answers in a form amount to."""
        return proposal(form.said(), form.objectives, day_of(self.call))

    def form_of_saved(self) -> DebriefForm:
        """The form with what was saved, whatever was begun since."""
        return DebriefForm(self.call, timezone.localdate(), fields_of(self.call))

    def why(self) -> Proposal:
        """The result that what was saved amounts to."""
        return self.proposal(self.form_of_saved())

    @property
    def whose(self) -> str:
        """Whose call it is, or with whom one makes it; empty for a call of one's own alone."""
        joined = ", ".join(str(one) for one in self.call.joined.all() if one != self.member)
        if self.call.member_id != self.member.pk:
            return f"{self.call.member}’s call"
        return f"with {joined}" if joined else ""

    def keep(self, form: DebriefForm, posted: QueryDict) -> str:
        """Keeps what was typed, unless it was saved since the form was opened; says why not where it is a book."""
        fields = {name: str(value) for name, value in posted.items() if name != "csrfmiddlewaretoken"}
        try:
            if form.seen() == self.debrief.saved_at:
                actions.keep_draft(debrief=self.debrief, fields=fields, by=self.member)
        except CallwrightError as slip:
            return str(slip)
        return ""

    def save(self, form: DebriefForm) -> list[str]:
        """Saves what a form says; what was wrong, if anything. The same sent twice is saved once."""
        try:
            actions.record_debrief(call=self.call, said=form.said(), by=self.member, seen=form.seen())
        except SavedSince as slip:
            if _alike(form, self.theirs.form_of_saved()):
                return []
            self.saved_since = True
            form.look_again(self.theirs.debrief.saved_at)
            return [str(slip)]
        except CallwrightError as slip:
            return [str(slip)]
        return []


def _alike(one: DebriefForm, other: DebriefForm) -> bool:
    return _plain(one.said()) == _plain(other.said())


def _plain(said: Said) -> Said:
    """Without the keys of rows."""
    return replace(said, promises=tuple(replace(promised, pk=None) for promised in said.promises))
