"""The door: how the personal workspace becomes an organization, and how one is founded where sign-up is open."""

from __future__ import annotations

from allauth.account.utils import perform_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from callwright.web.accounts.models import Person
from callwright.web.accounts.queries import MemberRequest
from callwright.web.people.forms.opening import Founding, Opening


@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def open_door(request: MemberRequest) -> HttpResponseBase:
    """The page that opens the door; whoever opened it is signed in at once."""
    if not request.member.organization.personal:
        return redirect("people")
    form = Opening(request.POST or None)
    member = form.open(request.member) if request.method == "POST" else None
    if member is None:
        return render(request, "people/open.html", {"form": form})
    messages.info(request, f"{member.organization} is open. From now on everybody signs in, you too.")
    answer: HttpResponseBase = perform_login(request, member.person, redirect_url=resolve_url("people"))
    return answer


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def found(request: HttpRequest) -> HttpResponse:
    """Where whoever has signed up, and is in no organization, founds one."""
    if not settings.SIGN_UP_OPEN:
        raise Http404
    if not isinstance(request.user, Person):
        return redirect("account_login")
    form = Founding(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.found(request.user)
        return redirect("today")
    return render(request, "people/found.html", {"form": form})
