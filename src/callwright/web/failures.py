"""The pages for what goes wrong. Each says what happened and what to do, with the text that was typed still there."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.request import UnreadablePostError
from django.shortcuts import render

from callwright.web.checking.forms import LineForm


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page."""
    return render(request, "404.html", status=404)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 and 413: what was sent is not something that a page of ours sends, or is far too long."""
    too_long = isinstance(exception, RequestDataTooBig)
    return render(request, "400.html", {"too_long": too_long}, status=413 if too_long else 400)


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form lacks its token, as after cookies were cleared. The same form again, with a fresh one."""
    return render(request, "403_csrf.html", {"form": LineForm(_posted(request))}, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours."""
    return render(request, "500.html", {"typed": LineForm(_posted(request)).line()}, status=500)


def _posted(request: HttpRequest) -> QueryDict:
    try:
        return request.POST
    except (RequestDataTooBig, UnreadablePostError):
        return QueryDict()
