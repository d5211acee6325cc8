"""Who is in the organization."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from callwright.web.accounts.queries import MemberRequest


@require_safe
def people(request: MemberRequest) -> HttpResponse:
    """The members, by name."""
    organization = request.member.organization
    members = organization.members.select_related("person").prefetch_related("teams").order_by("pk")
    return render(request, "people/people.html", {"organization": organization, "members": members})
