"""The forms of members, teams and invitations."""

from __future__ import annotations

from typing import Any

from django import forms

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Invitation, Member, Role, Team
from callwright.web.people.actions.inviting import invite
from callwright.web.people.actions.organizing import add_team, place, rename_team
from callwright.web.people.forms.fields import address, line


class Placed(forms.Form):
    """What somebody is, and in which teams."""

    role = forms.ChoiceField(choices=Role.choices, initial=Role.REP, error_messages={"required": "Choose a role."})
    teams = forms.ModelMultipleChoiceField(Team.objects.none(), required=False)

    def __init__(self, data: Any = None, *, by: Member, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.by = by
        self.there = list(Team.objects.of(by))
        self.fields["teams"].queryset = Team.objects.of(by)  # type: ignore[attr-defined]

    @property
    def chosen(self) -> set[str]:
        """The keys of the teams that are chosen, as they stand in the page."""
        return {str(getattr(one, "pk", one)) for one in self["teams"].value() or ()}


class Inviting(Placed):
    """Whom an admin invites."""

    use_required_attribute = False
    email = address(autocomplete="off")

    def send(self) -> tuple[Invitation, str] | None:
        """The invitation and its secret; None where something was missing, which the form then says."""
        if not self.is_valid():
            return None
        try:
            return invite(by=self.by, **self.cleaned_data)
        except Refused as refusal:
            self.add_error(None, str(refusal))
            return None


class Placing(Placed):
    """What an admin makes of a member."""

    def __init__(self, data: Any = None, *, by: Member, member: Member) -> None:
        held = {"role": member.role, "teams": [team.pk for team in member.teams.all()]}
        super().__init__(data, by=by, initial=held)
        self.member = member

    def keep(self) -> bool:
        """Whether it was in order and is kept; else the form says what was not."""
        if not self.is_valid():
            return False
        try:
            place(member=self.member, by=self.by, **self.cleaned_data)
        except Refused as refusal:
            self.add_error(None, str(refusal))
            return False
        return True


class Naming(forms.Form):
    """The name of a team, new or not."""

    use_required_attribute = False
    name = line("Name", "A team needs a name.", most=100)

    def keep(self, *, by: Member, team: Team | None = None) -> bool:
        """Whether the team is kept under that name; else the form says why not."""
        if not self.is_valid():
            return False
        try:
            if team is None:
                add_team(name=self.cleaned_data["name"], by=by)
            else:
                rename_team(team=team, name=self.cleaned_data["name"], by=by)
        except Refused as refusal:
            self.add_error("name", str(refusal))
            return False
        return True
