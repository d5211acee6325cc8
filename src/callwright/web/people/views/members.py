"""Who is in the organization, in which team, as what."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.queries import MemberRequest
from callwright.web.may import demand
from callwright.web.people.actions.letting_in import password_link, take_second_factor
from callwright.web.people.asking import for_admins, member_or_404, of_an_organization
from callwright.web.people.forms.organizing import Placing
from callwright.web.people.limits import PEOPLE
from callwright.web.people.queries.invitations import waiting_invitations
from callwright.web.people.queries.members import belongs_here_alone, held, led_by, letters, seen_members


@require_safe
@of_an_organization
def people(request: MemberRequest) -> HttpResponseBase:
    """The members whom one sees; for admins also who is invited, and how many messages wait."""
    by = request.member
    context: dict[str, Any] = {"members": seen_members(by)}
    context["led"] = set(led_by(by).values_list("pk", flat=True)) if by.leads else set()
    if by.sees_all:
        context |= {"invitations": waiting_invitations(by), "letters": letters(by).count()}
    return render(request, "people/people.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@of_an_organization
def member(request: MemberRequest, key: int) -> HttpResponseBase:
    """One member; an admin says what they are and in which teams."""
    by, one = request.member, member_or_404(request, key)
    if request.method == "POST":
        demand(by.sees_all, PEOPLE)
    form = Placing(request.POST if request.method == "POST" else None, by=by, member=one) if by.sees_all else None
    if form is not None and form.is_bound and form.keep():
        messages.info(request, f"{one} is placed.")
        return redirect("people")
    context = {"member": one, "form": form, "held": held(one, by), "alone": belongs_here_alone(one)}
    return render(request, "people/member.html", context)


@require_POST
@for_admins
def password(request: MemberRequest, key: int) -> HttpResponseBase:
    """A link that sets a new password, shown once."""
    one = member_or_404(request, key)
    try:
        link = request.build_absolute_uri(password_link(member=one, by=request.member))
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect("member", key)
    return render(request, "people/link.html", {"link": link, "for_password": one})


@require_POST
@for_admins
def second_factor(request: MemberRequest, key: int) -> HttpResponseBase:
    """Takes the second factor of somebody away who has lost it."""
    one = member_or_404(request, key)
    try:
        take_second_factor(member=one, by=request.member)
    except Refused as refusal:
        messages.info(request, str(refusal))
    else:
        messages.info(request, f"{one} signs in with the password alone now.")
    return redirect("member", key)
