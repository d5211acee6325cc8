"""Where the customer stands, on any page that shows a call."""

from __future__ import annotations

from typing import Any

from django import template

from callwright.web.calls.choices import standing_of
from callwright.web.calls.models import Call

register = template.Library()


@register.inclusion_tag("calls/stage.html", takes_context=True)
def stage_of(context: dict[str, Any], call: Call) -> dict[str, Any]:
    """The stage, a line that unfolds into stages to tap. It holds forms: put it outside of any other form.

    With htmx on the page it changes in place, and says so by the event `stage-moved`, which bubbles.
    """
    request = context["request"]
    return {
        "call": call,
        "standing": standing_of(request.member, call),
        "back_to": request.get_full_path(),
        "csrf_token": context.get("csrf_token"),
    }
