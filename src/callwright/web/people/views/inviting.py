"""Who comes: invitations, and messages that an admin hands on."""

from __future__ import annotations

import smtplib

from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from callwright.web.accounts.models import Invitation
from callwright.web.accounts.queries import MemberRequest
from callwright.web.people.actions.inviting import withdraw as take_back
from callwright.web.people.asking import for_admins, row_or_404
from callwright.web.people.forms.organizing import Inviting
from callwright.web.people.queries.invitations import proof_of_mailing, waiting_invitations
from callwright.web.people.queries.members import letters as waiting_letters


@require_http_methods(["GET", "HEAD", "POST"])
@for_admins
def invite(request: MemberRequest) -> HttpResponseBase:
    """Invites somebody. The link is shown this once, and mailed where this server sends mail."""
    form = Inviting(request.POST or None, by=request.member)
    made = form.send() if request.method == "POST" else None
    if made is None:
        return render(request, "people/invite.html", {"form": form})
    invitation, secret = made
    link = request.build_absolute_uri(reverse("join", args=[secret]))
    mailed = _mailed(invitation, f"{link}?mailed={proof_of_mailing(secret)}") if settings.EMAIL_HOST else None
    return render(request, "people/link.html", {"link": link, "invitation": invitation, "mailed": mailed})


@require_POST
@for_admins
def withdraw(request: MemberRequest, key: int) -> HttpResponseBase:
    """Takes an invitation back."""
    one = row_or_404(waiting_invitations(request.member), key)
    take_back(invitation=one, by=request.member)
    messages.info(request, f"The link for {one.email} leads nowhere any more.")
    return redirect("people")


@require_safe
@for_admins
def letters(request: MemberRequest) -> HttpResponseBase:
    """The messages that could not be mailed, each with its link."""
    return render(request, "people/letters.html", {"letters": waiting_letters(request.member)})


@require_POST
@for_admins
def handed_on(request: MemberRequest, key: int) -> HttpResponseBase:
    """Takes a message out of the list once it was handed on."""
    row_or_404(waiting_letters(request.member), key).delete()
    return redirect("letters")


def _mailed(invitation: Invitation, link: str) -> bool:
    """Whether the mail server took it. It is mailed at once, not by a job: so the link is written down nowhere."""
    text = render_to_string("people/invitation.txt", {"invitation": invitation, "link": link})
    subject = f"{invitation.by} invites you to {invitation.organization}"
    try:
        EmailMessage(" ".join(subject.split()), text, to=[invitation.email]).send()
    except (OSError, smtplib.SMTPException):
        return False
    return True
