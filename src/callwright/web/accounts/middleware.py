"""Each request knows its member, and reads and writes times in that person's zone."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from callwright.web.accounts.actions import signed_in
from callwright.web.accounts.models import Member
from callwright.web.accounts.queries import MemberRequest, zone_of


class SignedInMember:
    """Middleware: `request.member`, and the time zone of the person. Pages that ask for neither cost no query."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the site to a request that knows its member."""
        asked = cast(MemberRequest, request)
        asked.member = cast(Member, SimpleLazyObject(lambda: _known(request)))
        try:
            return self._get_response(request)
        finally:
            timezone.deactivate()


def _known(request: HttpRequest) -> Member:
    member = signed_in(request)
    timezone.activate(zone_of(member))
    return member
