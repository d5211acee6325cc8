"""What most pages of people begin with: the organization that there is, and the row that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from callwright.web.accounts.models import Member
from callwright.web.accounts.queries import MemberRequest
from callwright.web.may import demand
from callwright.web.people.limits import PEOPLE
from callwright.web.people.queries.members import led_by

View = Callable[..., HttpResponseBase]


def of_an_organization(view: View) -> View:
    """A view that makes no sense where one works alone: there it leads to the door."""

    @wraps(view)
    def asked(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return redirect("open-door") if request.member.organization.personal else view(request, *args, **kwargs)

    return asked


def for_admins(view: View) -> View:
    """A view of an organization for those who see all of it; the others are told who can."""

    @wraps(view)
    def asked(request: MemberRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        demand(request.member.sees_all, PEOPLE)
        return view(request, *args, **kwargs)

    return of_an_organization(asked)


def member_or_404(request: MemberRequest, key: int) -> Member:
    """The member of that number, whom the one who asks leads."""
    return get_object_or_404(led_by(request.member), pk=key)


def row_or_404(rows: QuerySet[Any], key: int) -> Any:
    """The row of that number."""
    return get_object_or_404(rows, pk=key)
