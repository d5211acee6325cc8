"""What each says of themselves."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from callwright.web.accounts.queries import MemberRequest


@require_safe
def you(request: MemberRequest) -> HttpResponse:
    """Name, time zone, ways of signing in."""
    return render(request, "people/you.html")
