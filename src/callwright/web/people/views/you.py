"""What each says of themselves, and in which of their organizations they work."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from callwright.web.accounts.queries import MemberRequest
from callwright.web.people.asking import of_an_organization
from callwright.web.people.forms.you import Oneself
from callwright.web.people.queries.members import organizations
from callwright.web.sent import key_in


@require_http_methods(["GET", "HEAD", "POST"])
@of_an_organization
def you(request: MemberRequest) -> HttpResponseBase:
    """Name, time zone, ways of signing in, and the ways to other organizations and out."""
    person = request.member.person
    form = Oneself(request.POST if request.method == "POST" else None, person=person)
    if request.method == "POST" and form.keep():
        messages.info(request, "Kept.")
        return redirect("you")
    ways = list(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    context = {"form": form, "ways": ways, "theirs": organizations(person)}
    return render(request, "people/you.html", context)


@require_POST
def switch(request: MemberRequest) -> HttpResponseBase:
    """Goes over to another organization that one belongs to."""
    there = request.member.person.memberships.filter(active=True)
    member = get_object_or_404(there, organization=key_in(request.POST.get("organization", "")))
    request.session["organization"] = member.organization_id
    return redirect("today")
