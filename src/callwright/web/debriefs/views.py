"""The debrief of a call, what follows from it, the calls that wait for one, and what customers promised."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from callwright.smart import CallwrightError
from callwright.web.accounts.models import Member
from callwright.web.accounts.queries import MemberRequest
from callwright.web.calls.models import Call
from callwright.web.debriefs import actions, queries
from callwright.web.debriefs.errors import Refused
from callwright.web.debriefs.forms import ChangesForm, ManyForm
from callwright.web.debriefs.models import Consequence
from callwright.web.debriefs.page import Page
from callwright.web.sent import slips

GONE: Final = "This offer has changed meanwhile. Here is what stands now."

ANSWERS: Final[dict[str, Callable[..., Consequence]]] = {
    "decline": actions.decline,
    "again": actions.offer_again,
    "undo": actions.take_back,
}
"""What is done for each answer to an offer but to accept it."""


@require_http_methods(["GET", "HEAD", "POST"])
def debrief(request: MemberRequest, pk: int) -> HttpResponse:
    """The debrief of a call: to be filled, or what was said and what follows from it."""
    call = _call(request, pk)
    if call.state == Call.State.CANCELLED:
        return _cancelled(request, call)
    if request.method == "POST":
        return _save(request, call)
    page = Page(call, request.member)
    if page.saved and "change" not in request.GET:
        return render(request, "debriefs/saved.html", {"call": page.call, "page": page})
    form = page.form()
    shown = {"call": page.call, "page": page, "form": form, "proposal": page.proposal(form)}
    return render(request, "debriefs/form.html", shown)


@require_POST
def so_far(request: MemberRequest, pk: int) -> HttpResponse:
    """The result that the answers so far amount to; what was typed is kept until it is saved."""
    page = _page(request, _call(request, pk))
    form = page.form(request.POST)
    slip = page.keep(form, request.POST)
    if slip:
        return HttpResponse(slip, status=413)
    return render(request, "debriefs/so_far.html", {"proposal": page.proposal(form), "form": form})


@require_POST
def follow(request: MemberRequest, pk: int, row: int) -> HttpResponse:
    """One thing that follows, accepted, declined, taken back, or offered again."""
    call = _call(request, pk)
    found = Consequence.objects.of(request.member).filter(pk=row, debrief__call=call).first()
    slip = _answered(request, found) if found else GONE
    if not slip and not request.htmx:
        return redirect(f"{reverse('debrief', args=[pk])}#follows")
    page = _page(request, _call(request, pk))
    shown = {"call": page.call, "page": page, "slip": slip, "slipped": row if slip else None}
    shown |= {"answered": row, "typed": request.POST}
    return render(request, "debriefs/follows.html" if request.htmx else "debriefs/saved.html", shown)


@require_POST
def follow_all(request: MemberRequest, pk: int) -> HttpResponse:
    """All that is still offered, accepted."""
    call = _call(request, pk)
    rows = Consequence.objects.of(request.member).filter(debrief__call=call, state=Consequence.State.OFFERED)
    refusals = [_accepted(row, request.member, {}) for row in rows]
    page = _page(request, _call(request, pk))
    shown = {"call": page.call, "page": page, "slip": " ".join(filter(None, refusals))}
    if shown["slip"] or request.htmx:
        return render(request, "debriefs/follows.html" if request.htmx else "debriefs/saved.html", shown)
    return redirect(f"{reverse('debrief', args=[pk])}#follows")


@require_http_methods(["GET", "HEAD", "POST"])
def to_debrief(request: MemberRequest) -> HttpResponse:
    """The calls that wait to be debriefed, one by one or many at once."""
    form = ManyForm(request.POST)
    slip = _cleared(request, form) if request.method == "POST" else ""
    if request.method == "POST" and not slip:
        return redirect(f"{reverse('to-debrief')}?cleared={'-'.join(map(str, form.keys()))}")
    waiting = queries.to_debrief(request.member, timezone.now(), queries.SHOWN + 1)
    shown = {"calls": waiting[: queries.SHOWN], "more": len(waiting) > queries.SHOWN, "slip": slip}
    cleared = [key for key in request.GET.get("cleared", "").split("-") if key.isdecimal()]
    lists = {"cleared": cleared, "marked": form.keys(), "answers": actions.Clearing.choices}
    return render(request, "debriefs/to_debrief.html", {**shown, **lists})


@require_POST
def put_back(request: MemberRequest) -> HttpResponse:
    """Those that were just cleared wait again."""
    for call in Call.objects.of(request.member).filter(pk__in=ManyForm(request.POST).keys()):
        try:
            actions.put_back(call=call, by=request.member)
        except CallwrightError as refusal:
            messages.error(request, str(refusal))
    return redirect(_own(request.POST.get("to", "")) or "to-debrief")


@require_safe
def commitments(request: MemberRequest) -> HttpResponse:
    """What customers promised, by due date."""
    promises = queries.promises(request.member, timezone.localdate())
    return render(request, "debriefs/commitments.html", {"promises": promises, "back_to": request.path})


@require_POST
def promise(request: MemberRequest, pk: int) -> HttpResponse:
    """What became of a promise, or that taken back; then the page where it was said."""
    found = queries.promise_of(request.member, pk)
    if found is None:
        raise Http404
    try:
        actions.settle(
            commitment=found, state=request.POST.get("state", ""), on=timezone.localdate(), by=request.member
        )
    except CallwrightError as refusal:
        messages.error(request, str(refusal))
    back_to = _own(request.POST.get("back_to", "")) or reverse("commitments")
    if request.htmx:
        return render(request, "debriefs/promise.html", {"promise": found, "back_to": back_to, "focus": True})
    return redirect(back_to)


def _call(request: MemberRequest, pk: int) -> Call:
    call = queries.call_to_debrief(request.member, pk)
    if call is None:
        raise Http404
    return call


def _page(request: MemberRequest, call: Call) -> Page:
    """The debrief; missing for a call that was cancelled before anybody looked."""
    try:
        return Page(call, request.member)
    except Refused as refusal:
        raise Http404 from refusal


def _cancelled(request: MemberRequest, call: Call) -> HttpResponse:
    """Says so. What was typed while somebody cancelled it is kept until it is brought back."""
    kept = queries.debrief_of(call) is not None and request.method == "POST"
    if kept:
        page = Page(call, request.member)
        page.keep(page.form(request.POST), request.POST)
    return render(request, "debriefs/cancelled.html", {"call": call, "kept": kept})


def _save(request: MemberRequest, call: Call) -> HttpResponse:
    page = Page(call, request.member)
    form = page.form(request.POST)
    wrong = form.slips() or page.save(form)
    if not wrong:
        to = reverse("debrief", args=[call.pk])
        return HttpResponseClientRedirect(to) if request.htmx else redirect(to)
    shown = {"call": page.call, "page": page, "form": form, "slips": wrong, "proposal": page.proposal(form)}
    return render(request, "debriefs/form.html", shown)


def _answered(request: MemberRequest, row: Consequence) -> str:
    """Does what was answered to an offer; says what was wrong, if anything."""
    act = ANSWERS.get(request.POST.get("answer", ""))
    form = ChangesForm(request.POST)
    try:
        if act is None:
            return " ".join(slips(form)) or _accepted(row, request.member, form.changes())
        act(consequence=row, by=request.member)
    except CallwrightError as refusal:
        return str(refusal)
    return ""


def _accepted(row: Consequence, by: Member, changes: dict[str, Any]) -> str:
    try:
        actions.accept(consequence=row, by=by, **changes)
    except CallwrightError as refusal:
        return str(refusal)
    return ""


def _cleared(request: MemberRequest, form: ManyForm) -> str:
    """Takes calls off the list; says what was wrong, if anything."""
    calls = list(Call.objects.of(request.member).filter(pk__in=form.keys()).select_related("customer"))
    try:
        actions.clear(calls=calls, how=form.how(), by=request.member)
    except CallwrightError as refusal:
        return str(refusal)
    return ""


def _own(address: str) -> str:
    """An address of this site, empty for any other."""
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""
