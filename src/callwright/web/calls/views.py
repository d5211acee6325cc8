"""A call is planned, logged, changed, moved, cancelled and brought back; where the customer stands is said."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_htmx.http import trigger_client_event

from callwright.smart import CallwrightError
from callwright.web.accounts.queries import MemberRequest
from callwright.web.calls import planning
from callwright.web.calls.actions import cancel_call, change_call, revive_call
from callwright.web.calls.choices import customer_named, customers_like, standing_of
from callwright.web.calls.filled import MINUTES, as_it_is, usual
from callwright.web.calls.forms import CallForm
from callwright.web.calls.models import Call
from callwright.web.calls.queries import call_of
from callwright.web.calls.series import cancel_following
from callwright.web.calls.standing import say_stage
from callwright.web.sent import key_in, own_address

FOLLOWING = "following"


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: MemberRequest) -> HttpResponse:
    """A new call; one whose time has passed is logged as held."""
    member = request.member
    held = "held" in request.GET
    form = CallForm(member, request.POST or None, initial={**usual(_day(request), held=held), **_named(request)})
    alike = _perhaps_there(request, form)
    if request.method == "POST" and form.is_valid() and not alike:
        made = _tried(form, lambda: planning.put_in_calendar(form=form, by=member))
        if made is not None:
            return redirect("debrief" if made.starts <= timezone.now() else "plan", made.pk)
    # By the address, which stays the same while what is typed is put right.
    draft = f"new-{'held-' if held else ''}{key_in(request.GET.get('customer', '')) or ''}"
    return _page(request, form, {"held": held, "alike": alike, "draft": draft})


@require_http_methods(["GET", "HEAD", "POST"])
def call(request: MemberRequest, pk: int) -> HttpResponse:
    """A call's appointment, to be changed, moved or cancelled; for one of a series, alone or with those that follow."""
    member, kept = request.member, _kept(request, pk)
    form = CallForm(member, request.POST or None, call=kept, initial=as_it_is(kept))
    alike = _perhaps_there(request, form)
    if request.method == "POST" and form.is_valid() and not alike:
        following = request.POST.get("scope") == FOLLOWING
        if _tried(form, lambda: planning.change_in_calendar(call=kept, form=form, following=following, by=member)):
            messages.success(request, "The appointment is changed.")
            return redirect("plan", kept.pk)
    return _page(request, form, {"call": kept, "alike": alike, "draft": kept.pk})


@require_safe
def customers(request: MemberRequest) -> HttpResponse:
    """For htmx: customers to tap, by what was typed of a name."""
    member, typed = request.member, request.GET.get("customer", "").strip()
    new = bool(typed) and customer_named(member, typed) is None
    return render(request, "calls/customers.html", {"typed": typed, "new": new, "near": customers_like(member, typed)})


@require_safe
def who(request: MemberRequest) -> HttpResponse:
    """For htmx: the people and opportunities of the customer that was chosen."""
    form = CallForm(request.member, initial=_named(request) | {"others": request.GET.get("others", "")})
    return render(request, "calls/of_customer.html", {"form": form, "swapped": True})


@require_POST
def cancel(request: MemberRequest, pk: int) -> HttpResponse:
    """Cancels a call or, asked so, it and those that follow."""
    kept = _kept(request, pk)
    try:
        if request.POST.get("scope") == FOLLOWING:
            count = cancel_following(call=kept, by=request.member)
            calls = "1 call" if count == 1 else f"{count} calls"
            messages.success(request, _way_back(kept, f"Cancelled: {calls} on {kept.customer}."))
        else:
            cancel_call(call=kept, by=request.member)
            messages.success(request, _way_back(kept, f"The call on {kept.customer} is cancelled."))
    except CallwrightError as refused:
        messages.error(request, str(refused))
    return redirect("today")


@require_POST
def revive(request: MemberRequest, pk: int) -> HttpResponse:
    """Brings a cancelled call back."""
    revive_call(call=_kept(request, pk), by=request.member)
    messages.success(request, "The call is back in the calendar.")
    return redirect("call", pk)


@require_POST
def stage(request: MemberRequest, pk: int) -> HttpResponse:
    """Says where the customer stands with what a call is about, or first which of their opportunities that is."""
    kept = _kept(request, pk)
    back_to = own_address(request.POST.get("back_to", "")) or reverse("plan", args=[pk])
    slip = _stood(request, kept)
    if not request.htmx:
        if slip:
            messages.error(request, slip)
        return redirect(back_to)
    shown = {"call": kept, "standing": standing_of(request.member, kept), "back_to": back_to, "slip": slip}
    answer = render(request, "calls/stage.html", {**shown, "answered": True})
    return answer if slip else trigger_client_event(answer, "stage-moved")


def _stood(request: MemberRequest, kept: Call) -> str:
    """Does what was tapped; says what was wrong, if anything."""
    chosen, about = (key_in(request.POST.get(name, "")) for name in ("stage", "opportunity"))
    standing = standing_of(request.member, kept)
    to = next((one for one in standing.stages if one.pk == chosen), None)
    opportunity = next((one for one in standing.opportunities if one.pk == about), None)
    try:
        if opportunity is not None:
            change_call(call=kept, opportunity=opportunity, by=request.member)
        elif to is not None:
            say_stage(call=kept, stage=to, name=request.POST.get("name", ""), by=request.member)
        else:
            return "That is no longer there. Here is what there is to choose from now."
    except CallwrightError as refused:
        return str(refused)
    return ""


def _way_back(call: Call, said: str) -> SafeString:
    """What was done to a call that no list of the day shows any more, with the way to its page."""
    return format_html('{} <a href="{}">Open it</a> to bring it back.', said, reverse("call", args=[call.pk]))


def _page(request: MemberRequest, form: CallForm, context: dict[str, Any]) -> HttpResponse:
    near = customers_like(request.member, "" if form.found else form.new_name()) or customers_like(request.member, "")
    if form.found and form.found not in near:
        near = [form.found, *near[:-1]]
    return render(request, "calls/call.html", {"form": form, "near": near, "lengths": MINUTES, **context})


def _kept(request: MemberRequest, pk: int) -> Call:
    found = call_of(request.member, pk)
    if found is None:
        raise Http404(f"no call {pk}")
    return found


def _perhaps_there(request: HttpRequest, form: CallForm) -> list[Call]:
    """Calls that may be the one that is being written, until it was said that they are not."""
    if request.method != "POST" or "anyway" in request.POST or not form.is_valid():
        return []
    return form.alike()


def _tried(form: CallForm, act: Any) -> Call | None:
    """What the action made of it, or None with its refusal among the form's slips."""
    try:
        made: Call = act()
    except CallwrightError as refused:
        form.add_error(None, str(refused))
        return None
    return made


def _named(request: HttpRequest) -> dict[str, str]:
    """What the address says of the call: customer by key or name, opportunity."""
    wanted = {"customer": "known", "known": "known", "name": "customer", "opportunity": "opportunity"}
    return {field: request.GET[name] for name, field in wanted.items() if request.GET.get(name)}


def _day(request: HttpRequest) -> dt.date | None:
    try:
        return parse_date(request.GET.get("day", ""))
    except ValueError:
        return None
