"""For templates: the answers that are offered to one question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django import template

register = template.Library()


@register.filter
def offered(choices: Mapping[str, Sequence[str]] | None, name: str) -> Sequence[str]:
    """The answers to the question named `name`; none where there are no choices yet."""
    return (choices or {}).get(name, ())
