"""The rules by letter, and one rule whole, as the command shows it; with what people have set aside of each."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_POST, require_safe

from callwright.smart import CRITERIA
from callwright.smart.rules import RULES, rule
from callwright.web.accounts.queries import MemberRequest
from callwright.web.checking.words import ASKS, TITLES, WHY
from callwright.web.plans.actions import take_back
from callwright.web.plans.queries import against_rules, disagreements


@require_safe
def rules(request: MemberRequest) -> HttpResponse:
    """All rules under the letter that they bear on, with how often each was set aside."""
    times = against_rules(request.member)
    letters = [
        {
            "title": TITLES[name],
            "asks": ASKS[name],
            "why": WHY[name],
            "against": [(one, times[one.code]) for one in RULES if one.criterion == name and not one.favours],
            "favours": [one for one in RULES if one.criterion == name and one.favours],
        }
        for name in CRITERIA
    ]
    return render(request, "rulebook/rules.html", {"letters": letters})


@require_safe
def one_rule(request: MemberRequest, code: str) -> HttpResponse:
    """One rule: what it looks for, why, a poor and a better line, when it does not apply, its source.

    Below it what the organization has set aside of it, with the reasons that people gave.
    """
    try:
        found = rule(code if code in {one.code for one in RULES} else code.upper() if len(code) <= 4 else code)
    except KeyError as missing:
        raise Http404(code) from missing
    if found.code != code:
        return redirect("rule", found.code, permanent=True)
    aside, more = disagreements(request.member, found.code)
    about = {"rule": found, "title": TITLES[found.criterion], "back": _way_back(request)}
    return render(request, "rulebook/rule.html", {**about, "disagreements": aside, "more": more})


def _way_back(request: MemberRequest) -> str:
    """The address of the line that one comes from: in a plan, else on the open page."""
    came = urlsplit(request.headers.get("Referer", ""))
    try:
        planned = resolve(came.path).url_name == "plan"
    except Resolver404:
        planned = False
    return urlunsplit(came._replace(scheme="", netloc="")) if planned else reverse("line")


@require_POST
def count_again(request: MemberRequest, pk: int) -> HttpResponse:
    """Lets what was set aside count again. Whoever comes too late, as another has done so, finds nothing amiss."""
    found = take_back(member=request.member, key=pk)
    if found is None:
        raise Http404("This is set aside no longer.")
    messages.success(request, "It counts again.")
    return redirect("rule", found.code)
