"""What makes the site stay on a device: the manifest, the service worker, and the page for when there is no network."""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe

PARTS: Final = (
    "callwright/base.css",
    "callwright/parts.css",
    "callwright/icon.svg",
    "briefs/brief.css",
    "briefs/brief.js",
    "briefs/offline.js",
    "briefs/kept.js",
)
"""What a brief needs beside its own page."""

ICONS: Final = (
    ("briefs/icon-192.png", "192x192", "any"),
    ("briefs/icon-512.png", "512x512", "any"),
    ("briefs/icon-maskable-512.png", "512x512", "maskable"),
    ("callwright/icon.svg", "any", "any"),
)


@login_not_required
@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """The web app manifest: how the site looks among a phone's apps."""
    return JsonResponse(_manifest(), content_type="application/manifest+json")


@login_not_required
@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The service worker. It is served from the root, so that all pages are in its reach, and looked up each time."""
    parts = [static(part) for part in PARTS]
    known: dict[str, Any] = {"parts": parts, "offline": reverse("offline")}
    known["version"] = hashlib.sha256(json.dumps(known).encode()).hexdigest()[:12]
    text = render_to_string("briefs/service-worker.js", {"known": json.dumps(known)})
    return HttpResponse(text, content_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


@login_not_required
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """What stands in for a page that cannot be had: which briefs are kept on the device. The same for everybody."""
    return render(request, "briefs/offline.html")


def _manifest() -> dict[str, Any]:
    return {
        "name": "Callwright",
        "short_name": "Callwright",
        "description": "Plan the sales call, take the plan along, say what came of it.",
        "lang": "en-GB",
        "id": "/",
        "start_url": reverse("today"),
        "scope": "/",
        "display": "standalone",
        "background_color": "#f8f5ee",
        "theme_color": "#f8f5ee",
        "icons": [
            {"src": static(name), "sizes": sizes, "purpose": purpose,
             "type": "image/svg+xml" if name.endswith("svg") else "image/png"}
            for name, sizes, purpose in ICONS
        ],
        "shortcuts": [
            {"name": "Plan a call", "url": reverse("new-call")},
            {"name": "Check a line", "url": reverse("line")},
        ],
    }  # fmt: skip
