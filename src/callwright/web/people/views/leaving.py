"""Who goes, and what goes from one member to another."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from callwright.web.accounts.models import Member
from callwright.web.accounts.queries import MemberRequest
from callwright.web.may import demand
from callwright.web.people.actions.leaving import bring_back
from callwright.web.people.asking import for_admins, member_or_404, of_an_organization
from callwright.web.people.forms.leaving import Taking
from callwright.web.people.limits import HANDING_OVER, PEOPLE
from callwright.web.people.queries.members import led_by, organizations


@require_http_methods(["GET", "HEAD", "POST"])
@of_an_organization
def leave(request: MemberRequest, key: int) -> HttpResponseBase:
    """What somebody holds who goes, and who takes it over."""
    one = _oneself_or_led(request, key)
    form = Taking(request.POST if request.method == "POST" else None, member=one, by=request.member)
    if request.method != "POST" or not form.leave():
        return render(request, "people/leave.html", {"member": one, "form": form})
    if one.pk == request.member.pk:
        return _after_leaving(request)
    messages.info(request, f"{one} is out. What was theirs has gone over; past calls keep their name.")
    return redirect("people")


@require_http_methods(["GET", "HEAD", "POST"])
@of_an_organization
def hand_over(request: MemberRequest, key: int) -> HttpResponseBase:
    """Single customers and calls to come of a member, for another."""
    demand(request.member.leads, HANDING_OVER)
    one = member_or_404(request, key)
    form = Taking(request.POST if request.method == "POST" else None, member=one, by=request.member)
    if request.method != "POST" or not form.hand_over():
        return render(request, "people/hand_over.html", {"member": one, "form": form})
    messages.info(request, f"{form.cleaned_data['to']} has it now.")
    return redirect("member", key)


@require_POST
@for_admins
def back(request: MemberRequest, key: int) -> HttpResponseBase:
    """Brings somebody back who had gone."""
    one = member_or_404(request, key)
    bring_back(member=one, by=request.member)
    messages.info(request, f"{one} is back.")
    return redirect("member", key)


def _after_leaving(request: MemberRequest) -> HttpResponseBase:
    """To another organization, if there is one; else out."""
    if not organizations(request.user):
        logout(request)
        return redirect("account_login")
    return redirect("today")


def _oneself_or_led(request: MemberRequest, key: int) -> Member:
    """The member who is to go: oneself, or anybody for an admin. Raises Http404, NotYours."""
    if key == request.member.pk:
        return request.member
    one = get_object_or_404(led_by(request.member).filter(active=True), pk=key)
    demand(request.member.sees_all, PEOPLE)
    return one
