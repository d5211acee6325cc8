"""Cuts long texts for lists."""

from __future__ import annotations

from django import template

from callwright.web.shortened import shortened

register = template.Library()


@register.filter
def whole_words(text: str, most: int) -> str:
    """The text as one line of at most so many characters, cut between words."""
    return shortened(str(text), most)
