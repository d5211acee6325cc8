"""The page of what changed."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from callwright.web.accounts.queries import MemberRequest
from callwright.web.trail.queries import BACKGROUND, Wanted, page_of
from callwright.web.trail.words import KINDS


@require_safe
def trail(request: MemberRequest) -> HttpResponse:
    """Who changed what and when, of all that the member sees; of one customer or call where the address names it."""
    wanted = Wanted.sent(request.GET)
    shown = {"page": page_of(request.member, wanted), "wanted": wanted, "kinds": KINDS, "background": BACKGROUND}
    return render(request, "trail/page.html", shown | {"here": _here(request)})


def _here(request: MemberRequest) -> str:
    """The query of this page without its place, for the link to older changes."""
    asked = request.GET.copy()
    asked.pop("older", None)
    return asked.urlencode()
