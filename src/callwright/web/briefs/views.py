"""The brief of a call: on the screen, as a page to print, in a calendar, and when it is mailed."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from callwright.brief import BriefNeeds, pdf
from callwright.web.accounts.queries import MemberRequest
from callwright.web.briefs.actions import calendar_entry, wish_for_mail
from callwright.web.briefs.forms import MailForm
from callwright.web.briefs.queries import brief_of, call_with_plan, coming, page_of, wish_of
from callwright.web.calls.models import Call
from callwright.web.plans.actions import freeze_if_due


@require_safe
def brief(request: MemberRequest, pk: int) -> HttpResponse:
    """What goes along to the call."""
    return render(request, "briefs/page.html", {"page": page_of(_call(request, pk), request.member)})


@require_safe
def as_pdf(request: MemberRequest, pk: int) -> HttpResponse:
    """The brief as a page to print."""
    call = _call(request, pk)
    try:
        return _file(pdf(brief_of(call, request.member)), "application/pdf", f"{_name(call)}.pdf")
    except BriefNeeds as missing:
        return _not_here(request, call, missing)


@require_safe
def as_ics(request: MemberRequest, pk: int) -> HttpResponse:
    """The call as an entry for a calendar."""
    call = _call(request, pk)
    try:
        entry = calendar_entry(call=call, brief=brief_of(call, request.member), now=timezone.now())
    except BriefNeeds as missing:
        return _not_here(request, call, missing)
    return _file(entry, "text/calendar; charset=utf-8", f"{_name(call)}.ics")


@require_safe
def ahead(request: MemberRequest) -> HttpResponse:
    """For the browser: the briefs of the coming days, to be kept on the device."""
    addresses = [reverse("brief", args=[pk]) for pk in coming(request.member, timezone.now())]
    return JsonResponse({"briefs": addresses})


@require_http_methods(["GET", "HEAD", "POST"])
def by_mail(request: MemberRequest) -> HttpResponse:
    """When the member wants briefs by mail."""
    wish = wish_of(request.member)
    initial: dict[str, Any] = {} if wish else {"address": request.member.person.email}
    form = MailForm(request.POST or None, instance=wish, initial=initial)
    if request.method == "POST" and form.is_valid():
        wish_for_mail(member=request.member, **form.wish())
        messages.success(request, "Kept.")
        return redirect("brief-mail")
    return render(request, "briefs/by_mail.html", {"form": form, "set_up": bool(settings.EMAIL_HOST)})


def _call(request: MemberRequest, pk: int) -> Call:
    """The call, frozen if it has begun. Raises Http404."""
    found = call_with_plan(request.member, pk)
    if found is None:
        raise Http404(f"no call {pk}")
    if found.frozen_at is None and freeze_if_due(call=found).frozen_at is not None:
        return _call(request, pk)
    return found


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _name(call: Call) -> str:
    """A file's name that every system takes."""
    plain = re.sub(r"[^a-z0-9]+", "-", str(call.customer).lower()).strip("-") or "call"
    return f"{plain[:60]}-{timezone.localtime(call.starts):%Y-%m-%d}"


def _not_here(request: MemberRequest, call: Call, missing: BriefNeeds) -> HttpResponse:
    messages.error(request, f"This server cannot make that file: {missing}.")
    return redirect("brief", call.pk)
