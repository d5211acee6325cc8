"""The first start: empty, or with examples to look around in; and the one click that removes them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from callwright.web.accounts.queries import MemberRequest
from callwright.web.examples.actions import load_examples, remove_examples, start_empty
from callwright.web.may import EXAMPLES, demand

WITH_EXAMPLES = "examples"


@require_safe
def welcome(request: MemberRequest) -> HttpResponse:
    """The first question."""
    asked = request.member.sees_all and not request.member.organization.started
    return render(request, "examples/welcome.html", {"started": not asked})


@require_POST
def start(request: MemberRequest) -> HttpResponse:
    """The answer to it."""
    demand(request.member.sees_all, EXAMPLES)
    if request.POST.get("with") == WITH_EXAMPLES:
        load_examples(by=request.member)
    else:
        start_empty(by=request.member)
    return redirect("today")


@require_POST
def remove(request: MemberRequest) -> HttpResponse:
    """Removes the examples and nothing else."""
    demand(request.member.sees_all, EXAMPLES)
    kept = remove_examples(by=request.member)
    words = f"Kept, since you worked on it: {', '.join(kept)}. All other examples are gone."
    messages.success(request, words if kept else "The examples are gone.")
    return redirect("today")
