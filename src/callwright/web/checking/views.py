"""The open page and, for htmx, the part of it that changes: the verdict while one types, with answers to tap."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods
from django.views.decorators.vary import vary_on_headers

from callwright.smart import Call
from callwright.web.accounts.queries import MemberRequest
from callwright.web.checking import presses
from callwright.web.checking.examples import EXAMPLES, example
from callwright.web.checking.forms import LineForm, call_of, usual
from callwright.web.checking.queries import choices_for, team, verdict_on


@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def line(request: MemberRequest) -> HttpResponse:
    """The line, what is known of its call, and the verdict. A post asks and changes nothing on the server."""
    form = LineForm(request.POST or _first(request))
    typed, call = form.line(), _call(form)
    new = presses.rewriting(request.POST, typed, call)
    if new is not None:
        form = LineForm({**request.POST.dict(), "text": new.text})
    looked_at = presses.looked_at(request.POST)
    context = {
        "form": form,
        "rewriting": new,
        "verdict": verdict_on(form.line(), call, looked_at),
        "choices": choices_for(form.line(), call),
        "looked_at": looked_at,
        "examples": EXAMPLES,
        **presses.undo(request.POST, typed, new),
    }
    return render(request, "checking/answer.html" if request.htmx else "checking/page.html", context)


def _first(request: HttpRequest) -> dict[str, Any]:
    """What the form holds before anything is typed: the team's usual call, or the example that was asked for."""
    chosen = example(request.GET.get("example", ""))
    return {**usual(team()), **chosen.known, "text": chosen.text} if chosen else dict(usual(team()))


def _call(form: LineForm) -> Call:
    return call_of(form, team(), dt.date.today())
