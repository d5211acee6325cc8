"""Today, and the week."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from callwright.web.accounts.queries import MemberRequest
from callwright.web.agenda.queries import has_calls, next_after, proposals, today_in, week_with

View = Callable[[MemberRequest], HttpResponse]


def started(view: View) -> View:
    """The view, once an admin has answered the first question: start empty, or look around with examples."""

    @wraps(view)
    def asked(request: MemberRequest) -> HttpResponse:
        member = request.member
        return view(request) if member.organization.started or not member.sees_all else redirect("welcome")

    return asked


@require_safe
@started
def today(request: MemberRequest) -> HttpResponse:
    """Promises that are due, the calls of the day in order, those to debrief, and what waits for a yes or no."""
    member, date = request.member, timezone.localdate()
    week = week_with(member, date, date)
    day = today_in(week)
    upcoming = None if day.lines else next_after(member, week)
    empty = not day.lines and upcoming is None and not has_calls(member)
    shown = {"day": day, "week": week, "upcoming": upcoming, "empty": empty}
    return render(request, "agenda/today.html", {**shown, "proposals": proposals(member, timezone.now())})


@require_safe
@started
def week(request: MemberRequest) -> HttpResponse:
    """The calls of a week: this one, or the one with ?day=."""
    today = timezone.localdate()
    asked = _day(request.GET.get("day", ""))
    return render(request, "agenda/week.html", {"week": week_with(request.member, asked or today, today)})


def _day(said: str) -> dt.date | None:
    """A day of the address, unless it is none or has no weeks around it."""
    try:
        day = parse_date(said)
    except ValueError:
        return None
    return day if day and 1 < day.year < 9999 else None
