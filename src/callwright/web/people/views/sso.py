"""The way to the identity provider."""

from __future__ import annotations

from allauth.socialaccount.providers.openid_connect.views import login
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from requests import RequestException

from callwright.web.people.templatetags.people import single_sign_on as named
from callwright.web.signing_in import PROVIDER


@login_not_required
@require_POST
def single_sign_on(request: HttpRequest) -> HttpResponse:
    """A page that leads on to the provider.

    A redirect would not do: browsers hold `form-action 'self'` against where a form that was sent is led on to.
    """
    try:
        answer: HttpResponse = login(request, PROVIDER)
    except (RequestException, ValueError, KeyError):  # it does not answer, or not as a provider does
        return render(request, "socialaccount/authentication_error.html", status=502)
    if answer.status_code != 302:
        return answer
    return render(request, "people/onward.html", {"to": answer.headers["Location"], "named": named()})
