"""Each request knows its member, and reads and writes times in that person's zone; who has to sign in is asked to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone, translation

from callwright.web.accounts.actions import signed_in
from callwright.web.accounts.models import Member
from callwright.web.accounts.queries import zone_of

ITS_OWN: Final = "allauth."
"""Views that ask for sign-in themselves where they need it, and answer people who belong to no organization too."""

FOUNDING: Final = "found-organization"
"""The name of the page where whoever signed up founds an organization."""


class SignedInMember:
    """Middleware: `request.member`, and the time zone and language of the person.

    A view that Django's `login_not_required` marks is open to everybody: there `request.member` is None.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the site to a request that knows its member."""
        try:
            return self._get_response(request)
        finally:
            timezone.deactivate()

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], _: Any, __: Any
    ) -> HttpResponseBase | None:
        """Lets the view answer, or sends to where one signs in."""
        its_own = view.__module__.startswith(ITS_OWN)
        if not getattr(view, "login_required", True) or (its_own and not request.user.is_authenticated):
            cast(Any, request).member = None
            return None
        member = signed_in(request)
        if member is None and not its_own:
            return _outside(request)
        cast(Any, request).member = member
        if member is not None:
            _settle(member)
        return None


def _settle(member: Member) -> None:
    timezone.activate(zone_of(member))
    if member.person.language:
        translation.activate(member.person.language)


def _outside(request: HttpRequest) -> HttpResponse:
    """Where somebody goes who is no member: to sign in, to found an organization, or to be told that there is none."""
    if request.user.is_authenticated:
        return redirect(FOUNDING) if settings.SIGN_UP_OPEN else render(request, "accounts/nowhere.html", status=403)
    if request.headers.get("HX-Request"):
        # A part of a page: the whole page goes to sign in, and comes back to where it was.
        back = request.headers.get("HX-Current-URL", "/")
        return HttpResponse(status=401, headers={"HX-Redirect": redirect_to_login(_path(back)).url})
    whole = request.get_full_path() if request.method == "GET" else resolve_url("today")
    return redirect_to_login(whole)


def _path(address: str) -> str:
    """The address without its host, which a header could make up."""
    rest = address.partition("://")[2]
    return "/" + rest.partition("/")[2] if rest else "/"
