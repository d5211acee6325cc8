"""What not every role may do. Who sees which rows is for `accounts.owned` to say; here: a refusal that says who can."""

from __future__ import annotations

from typing import Final

from django.core.exceptions import PermissionDenied

LISTS: Final = "Products and stages are changed by managers and admins."
WHOLE_CUSTOMERS: Final = (
    "A customer is removed or made one with another by its owner, a manager who sees it, or an admin."
)
WORK: Final = "Background work is looked after by admins."
EXAMPLES: Final = "An admin says how the organization starts, and takes the examples away."


class NotYours(PermissionDenied):
    """Something that another role may do; the text says which one. It becomes a page (403)."""


def demand(may: bool, says: str) -> None:
    """Goes on only for somebody who may. Raises NotYours with `says`: who can."""
    if not may:
        raise NotYours(says)
