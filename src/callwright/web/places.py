"""Where a page is: which of the places in the navigation it belongs to."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

PLACES: Final = {
    "": "today",
    "week": "today",
    "calls": "today",
    "customers": "customers",
    "check": "line",
    "rules": "rules",
}
"""From the first part of an address to the place that it is in."""

EXACT: Final = frozenset({"/", "/customers/", "/check/", "/rules/"})
"""The places themselves."""


def here(request: HttpRequest) -> dict[str, str]:
    """For templates: `at`, the name of the place, and `current`, what `aria-current` says of it."""
    first = request.path.strip("/").partition("/")[0]
    return {"at": PLACES.get(first, ""), "current": "page" if request.path in EXACT else "true"}
