"""Who is acting, for whatever writes the trail: signals come without the one who pressed the button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponse

from callwright.web.accounts.models import Member

_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)
_member: ContextVar[Member | None] = ContextVar("member", default=None)
_silent: ContextVar[bool] = ContextVar("silent", default=False)


class Recording:
    """Middleware: while a request is answered, its member is the one who acts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the site."""
        with _set(_request, request):
            return self._get_response(request)


def acting_in(organization: int) -> int | None:
    """The key of the member who acts in an organization; None: the product itself does."""
    member = _member.get() or getattr(_request.get(), "member", None)
    return member.pk if member is not None and member.organization_id == organization else None


def acting(member: Member) -> Any:
    """Around what a member does outside of a request, or in one that began before they were a member."""
    return _set(_member, member)


def unrecorded() -> Any:
    """Around what is no change that a person made: examples that are told, rows whose time is over."""
    return _set(_silent, True)


def recording() -> bool:
    """Whether changes are being recorded."""
    return not _silent.get()


@contextmanager
def _set(variable: ContextVar[Any], value: Any) -> Iterator[None]:
    token = variable.set(value)
    try:
        yield
    finally:
        variable.reset(token)
