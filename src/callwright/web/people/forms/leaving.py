"""The forms of what goes from one member to another, and of what is shared."""

from __future__ import annotations

from typing import Any

from django import forms

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Member, Team
from callwright.web.customers.models import Customer
from callwright.web.people.actions.leaving import hand_over, leave
from callwright.web.people.actions.sharing import share
from callwright.web.people.queries.members import colleagues, held, takers
from callwright.web.sent import key_in


class Taking(forms.Form):
    """Who takes over."""

    to = forms.ModelChoiceField(
        Member.objects.none(),
        required=False,
        error_messages={"invalid_choice": "Choose who takes over: that member cannot."},
    )

    def __init__(self, data: Any = None, *, member: Member, by: Member) -> None:
        super().__init__(data)
        self.member, self.by, self.held = member, by, held(member, by)
        self.takers = list(takers(by, member))
        self.fields["to"].queryset = takers(by, member)  # type: ignore[attr-defined]

    @property
    def ticked_customers(self) -> set[int]:
        """The keys of the customers that go over."""
        return self._ticked("customers")

    @property
    def ticked_calls(self) -> set[int]:
        """The keys of the calls that go over."""
        return self._ticked("calls")

    def leave(self) -> bool:
        """Whether the member has gone; else the form says what was missing."""
        return self.is_valid() and self._done(leave, member=self.member, to=self.cleaned_data["to"], by=self.by)

    def hand_over(self) -> bool:
        """Whether what was ticked has gone over; else the form says what was missing."""
        if not self.is_valid():
            return False
        customers = [one for one in self.held.customers if one.pk in self.ticked_customers]
        calls = [one for one in self.held.calls if one.pk in self.ticked_calls]
        if self.cleaned_data["to"] is None or not (customers or calls):
            self.add_error(None, "Tick what goes over, and choose who takes it.")
            return False
        return self._done(
            hand_over, member=self.member, to=self.cleaned_data["to"], customers=customers, calls=calls, by=self.by
        )

    def _ticked(self, name: str) -> set[int]:
        typed = self.data.getlist(name) if self.is_bound else []  # type: ignore[attr-defined]
        return {key for one in typed if (key := key_in(one)) is not None}

    def _done(self, action: Any, **what: Any) -> bool:
        try:
            action(**what)
        except Refused as refusal:
            self.add_error(None, str(refusal))
            return False
        return True


class Sharing(forms.Form):
    """With whom a customer is shared: "member-3" or "team-2"."""

    whom = forms.CharField(error_messages={"required": "Choose a member or a team."})

    def __init__(self, data: Any = None, *, customer: Customer, by: Member) -> None:
        super().__init__(data)
        self.customer, self.by = customer, by
        held = {customer.owner_id, *customer.shares.values_list("member", flat=True)}
        shared: set[int | None] = set(customer.shares.values_list("team", flat=True))
        self.members = [one for one in colleagues(by).filter(active=True) if one.pk not in held]
        self.teams = [one for one in Team.objects.of(by) if one.pk not in shared]

    def keep(self) -> bool:
        """Whether the customer is shared with them now; else the form says what was missing."""
        if not self.is_valid():
            return False
        kind, _, typed = self.cleaned_data["whom"].partition("-")
        found: list[Any] = [*self.members] if kind == "member" else [*self.teams] if kind == "team" else []
        wanted = next((one for one in found if one.pk == key_in(typed)), None)
        try:
            share(customer=self.customer, by=self.by, **{kind if wanted else "member": wanted})
        except Refused as refusal:
            self.add_error("whom", str(refusal))
            return False
        return True
