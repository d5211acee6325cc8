"""The rules by letter, and one rule whole. Both are the rules' own documentation, as the command shows it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from callwright.smart import CRITERIA
from callwright.smart.rules import RULES, rule
from callwright.web.checking.words import ASKS, TITLES, WHY


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """All rules under the letter that they bear on."""
    letters = [
        {
            "title": TITLES[name],
            "asks": ASKS[name],
            "why": WHY[name],
            "against": [one for one in RULES if one.criterion == name and not one.favours],
            "favours": [one for one in RULES if one.criterion == name and one.favours],
        }
        for name in CRITERIA
    ]
    return render(request, "rulebook/rules.html", {"letters": letters})


@require_safe
def one_rule(request: HttpRequest, code: str) -> HttpResponse:
    """One rule: what it looks for, why, a poor and a better line, when it does not apply, its source."""
    try:
        found = rule(code if code in {one.code for one in RULES} else code.upper() if len(code) <= 4 else code)
    except KeyError as missing:
        raise Http404(code) from missing
    if found.code != code:
        return redirect("rule", found.code, permanent=True)
    return render(request, "rulebook/rule.html", {"rule": found, "title": TITLES[found.criterion]})
