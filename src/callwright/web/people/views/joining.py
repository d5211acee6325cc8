"""Who comes by an invitation: somebody new, or somebody who signs in here already."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.account.utils import perform_login
from allauth.core.internal.ratelimit import consume_or_429
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render, resolve_url
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from callwright.web.accounts.errors import Refused
from callwright.web.accounts.models import Invitation, Person
from callwright.web.people.actions.inviting import accept
from callwright.web.people.forms.joining import Joining
from callwright.web.people.queries.invitations import SESSION, open_invitation, shows_whose_address
from callwright.web.signing_in import JOINING


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponseBase:
    """The page that an invitation leads to."""
    limit = consume_or_429(request, app="callwright", action="join", config=JOINING, limit_get=True)
    invitation = None if limit else open_invitation(secret)
    if invitation is None:
        return limit or render(request, "people/join_gone.html", status=410)
    if isinstance(request.user, Person):
        return _known(request, request.user, invitation)
    request.session[SESSION] = secret
    proof = request.POST.get("mailed") or request.GET.get("mailed", "")
    return _new(request, invitation, secret, proof)


def _known(request: HttpRequest, person: Person, invitation: Invitation) -> HttpResponse:
    """Somebody who is signed in: one press, and they are in."""
    if request.method != "POST":
        return render(request, "people/join.html", {"invitation": invitation, "known": person})
    try:
        member = accept(invitation=invitation, person=person)
    except Refused as refusal:
        messages.info(request, str(refusal))
        return redirect("today")
    request.session.pop(SESSION, None)
    request.session["organization"] = member.organization_id
    messages.info(request, f"You are in: {member.organization}.")
    return redirect("today")


def _new(request: HttpRequest, invitation: Invitation, secret: str, proof: str) -> HttpResponseBase:
    """Somebody who is not signed in: they sign up, or sign in where the address is known here."""
    verified = shows_whose_address(secret, proof)
    known = EmailAddress.objects.filter(email__iexact=invitation.email).exists()
    form = Joining(request.POST if request.method == "POST" and not known else None)
    member = form.join(invitation, verified=verified) if form.is_bound else None
    if member is None:
        context = {"invitation": invitation, "form": form, "must_sign_in": known}
        return render(request, "people/join.html", {**context, "here": request.path, "proof": proof})
    request.session.pop(SESSION, None)
    answer: HttpResponseBase = perform_login(request, member.person, redirect_url=resolve_url("today"), signup=True)
    return answer
