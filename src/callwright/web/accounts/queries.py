"""Who is asking."""

from __future__ import annotations

from django.http import HttpRequest

from callwright.web.accounts.actions import ALONE, open_personal_workspace
from callwright.web.accounts.models import Member


class MemberRequest(HttpRequest):
    """A request as `SignedInMember` hands it on."""

    member: Member


def signed_in(request: HttpRequest) -> Member:
    """The member who asks. Without sign-in, which is on loopback alone, that is the one of the personal workspace."""
    found = (
        Member.objects.select_related("organization", "person")
        .filter(person__username=ALONE, organization__personal=True)
        .first()
    )
    return found or open_personal_workspace()
