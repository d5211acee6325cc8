"""The plan page, and for htmx the parts of it that change: the verdict, and what has been kept."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import HttpResponseClientRedirect

from callwright.web.accounts.queries import MemberRequest
from callwright.web.plans.actions.saving import judge_again
from callwright.web.plans.answering import Answer, answer, context, drafted, shown
from callwright.web.plans.desk import Desk, desk_of
from callwright.web.plans.forms import PlanForm, filled
from callwright.web.shortened import shortened

KEPT = "X-Kept"
"""The header that tells a script what became of the words that it sent: kept, conflict, refused or none."""


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def plan(request: MemberRequest, pk: int) -> HttpResponse:
    """One objective of a call with its verdict, and all that belongs to the plan around it."""
    desk = _desk(request, pk)
    if request.method != "POST":
        return _opened(request, desk)
    given = answer(desk, request.POST, live=bool(request.htmx))
    if given.leave:
        return _leave(request, desk, given)
    return _shown(request, desk, given)


@require_POST
def keep_draft(request: MemberRequest, pk: int) -> HttpResponse:
    """Keeps what is being written, without a press. Nothing is kept so once the call has begun."""
    desk = _desk(request, pk)
    given = drafted(desk, request.POST)
    if given.kept is None:
        return HttpResponse(status=204, headers={KEPT: "none"})
    part = render(request, "plans/kept.html", {"desk": desk, "form": given.form, "kept": given.kept})
    part.headers[KEPT] = given.kept.state
    return part


def _desk(request: MemberRequest, pk: int) -> Desk:
    """The plan that was asked for. Raises Http404 where the member has no such call."""
    place = request.POST.get("position") or request.GET.get("objective", "")
    desk = desk_of(request.member, pk, int(place) if place in {"1", "2", "3"} else 0)
    if desk is None:
        raise Http404("This call is no longer there.")
    return desk


def _opened(request: MemberRequest, desk: Desk) -> HttpResponse:
    judge_again(call=desk.call, objectives=desk.objectives.values(), known=desk.known)
    return render(request, "plans/page.html", shown(desk, PlanForm(filled(desk.call, desk.objective))))


def _leave(request: MemberRequest, desk: Desk, given: Answer) -> HttpResponse:
    if "done" in request.POST and given.typed.strip():
        done = "Amended" if desk.begun else "Planned"
        messages.success(request, f"{done}: {desk.call.customer}, {shortened(given.typed, 120)}")
    if request.htmx:
        left: HttpResponse = HttpResponseClientRedirect(given.leave)
    else:
        left = HttpResponseRedirect(given.leave)
    left.headers[KEPT] = given.kept.state if given.kept else "kept"
    return left


def _shown(request: MemberRequest, desk: Desk, given: Answer) -> HttpResponse:
    found = context(desk, request.POST, given)
    if not request.htmx:
        return render(request, "plans/page.html", found)
    part = render(request, "plans/answer.html", found)
    if given.kept:
        part.headers[KEPT] = given.kept.state
    return part
