"""The pages for what goes wrong. Each says what happened and what to do, with the text that was typed still there."""

from __future__ import annotations

import re
import sys
from typing import Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.request import UnreadablePostError
from django.shortcuts import render
from django.urls import reverse

from callwright.web import trouble
from callwright.web.may import NotYours

PROOF: Final = "csrfmiddlewaretoken"
"""The field that shows that a form came from a page of ours."""
UNSEEN: Final = re.compile(r"password|secret|code", re.IGNORECASE)
"""Names of fields whose content no page says again."""
WORDS: Final = re.compile(r"[^\W\d_].*\s|\s.*[^\W\d_]|.{40}", re.DOTALL)
"""What is shown as text that somebody typed; keys, choices and dates are sent along unseen."""

Field = tuple[str, str]


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: there is no such page, or what a form was about has been removed."""
    return render(request, "404.html", _typed(request), status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: that is for another role to do; who can is said."""
    says = str(exception) if isinstance(exception, NotYours) else ""
    return render(request, "403.html", {"says": says, **_typed(request)}, status=403)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400 and 413: what was sent is not something that a page of ours sends, or is far too long."""
    too_long = isinstance(exception, RequestDataTooBig)
    return render(request, "400.html", {"too_long": too_long}, status=413 if too_long else 400)


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form lacks its token, as after cookies were cleared.

    The same form again, with a fresh token, where pressing it again cannot be what another site wants; else its words.
    """
    context = {**_typed(request), "again": _safe_to_press_again(request), "to": request.get_full_path()}
    return render(request, "403_csrf.html", context, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500: a fault of ours. 503: the disk is full or the database away or busy, and a form can be sent once more."""
    kind = trouble.kind_of(sys.exc_info()[1])
    if not kind:
        return render(request, "500.html", _typed(request), status=500)
    context = {**_typed(request), "kind": kind, "again": _came_from_us(request), "to": request.get_full_path()}
    return render(request, "503.html", context, status=503)


def _came_from_us(request: HttpRequest) -> bool:
    """Whether it is a form with its token."""
    return request.method == "POST" and bool(getattr(request, "csrf_processing_done", False))


def _safe_to_press_again(request: HttpRequest) -> bool:
    """Whether the form came from a page of this server, as browsers say, or changes nothing."""
    return request.headers.get("Sec-Fetch-Site") == "same-origin" or request.path == reverse("line")


def _typed(request: HttpRequest) -> dict[str, list[Field]]:
    """What was sent: `texts` to be seen, and `rest`."""
    posted = [(name, str(value)) for name, values in _posted(request).lists() for value in values if name != PROOF]
    sent = [field for field in posted if not UNSEEN.search(field[0])]
    texts = [field for field in sent if WORDS.search(field[1])]
    return {"texts": texts, "rest": [field for field in sent if field not in texts]}


def _posted(request: HttpRequest) -> QueryDict:
    try:
        return request.POST
    except (RequestDataTooBig, UnreadablePostError):
        return QueryDict()
