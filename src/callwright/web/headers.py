"""What every page carries: headers that keep it to itself, and the product's name and version for its templates."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse

from callwright.version import __version__

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Nothing from another host, and no script or style inside a page."""

UNUSED_POWERS: Final = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class PageHeaders:
    """Middleware: the content policy on every answer, and no copy of a page in a cache that others share."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the site, with its headers."""
        response = self._get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", UNUSED_POWERS)
        response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


def product(request: HttpRequest) -> dict[str, str]:
    """For templates: the version that is served."""
    return {"version": __version__}
