"""Today, and the week."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The calls of the day."""
    return render(request, "agenda/today.html")


@require_safe
def week(request: HttpRequest) -> HttpResponse:
    """The calls of a week."""
    return render(request, "agenda/today.html")
