"""Tells a browser that what it sent has been kept, so that it need not hold on to it (static/callwright/begun.js)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

FIELD: Final = "draft"
"""What a form calls the token that its words go with."""

COOKIE: Final = "callwright_kept"

TOKEN: Final = re.compile(r"[\w-]{8,64}", re.ASCII)

A_MONTH: Final = 30 * 24 * 3600
"""Seconds for which a browser can learn it: until it shows a form again."""


class DraftsArrive:
    """Middleware: a form that leads on was kept, and its token goes back in a cookie; one that comes again was not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the site, with the token of what it kept."""
        response = self._get_response(request)
        token = _kept(request, response)
        if token:
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(COOKIE, token, max_age=A_MONTH, secure=secure, samesite="Strict")
        return response


def _kept(request: HttpRequest, response: HttpResponse) -> str:
    """The token of a form that was kept, or nothing: as where somebody is led to sign in instead."""
    if request.method != "POST" or response.status_code not in (302, 303) or not getattr(request, "member", None):
        return ""
    token = request.POST.get(FIELD, "")
    return token if TOKEN.fullmatch(token) else ""
