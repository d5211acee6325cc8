"""The word on pages that examples are being looked at."""

from __future__ import annotations

from typing import Any

from django import template

from callwright.web.examples.models import Mark

register = template.Library()


@register.inclusion_tag("examples/looking_around.html", takes_context=True)
def looking_around(context: dict[str, Any]) -> dict[str, Any]:
    """Says so while there are examples, and offers to remove them. One query."""
    there = Mark.objects.of(context["request"].member).exists()
    return {"there": there, "csrf_token": context.get("csrf_token"), "request": context["request"]}
