"""Marks in what was found the words that were looked for."""

from __future__ import annotations

import re

from django import template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from callwright.web.customers.names import fold
from callwright.web.customers.search import words_of

register = template.Library()


@register.filter
def marked(text: str, typed: str) -> SafeString:
    """The text with each word marked that begins with a word typed, accents and case aside."""
    wanted = tuple(fold(word) for word in words_of(typed))
    return format_html_join("", "{}", ((_shown(piece, wanted),) for piece in re.split(r"([^\W_]+)", str(text))))


def _shown(piece: str, wanted: tuple[str, ...]) -> str:
    found = bool(wanted) and fold(piece).startswith(wanted)
    return format_html_join("", "<mark>{}</mark>", [(piece,)]) if found else piece
