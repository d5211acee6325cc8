"""With whom a customer is shared."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from callwright.web.accounts.queries import MemberRequest
from callwright.web.customers.models import Customer, Share
from callwright.web.people.actions.sharing import end_share
from callwright.web.people.asking import of_an_organization
from callwright.web.people.forms.leaving import Sharing


@require_http_methods(["GET", "HEAD", "POST"])
@of_an_organization
def sharing(request: MemberRequest, key: int) -> HttpResponseBase:
    """Who sees the customer beside its owner; who settles it shares it with others."""
    customer = get_object_or_404(Customer.objects.of(request.member).filter(merged_into=None), pk=key)
    form = Sharing(request.POST if request.method == "POST" else None, customer=customer, by=request.member)
    if request.method == "POST" and form.keep():
        return redirect("sharing", key)
    shares = customer.shares.select_related("member__person", "team")
    context = {"customer": customer, "shares": shares, "form": form, "may": customer.settled_by(request.member)}
    return render(request, "people/sharing.html", context)


@require_POST
@of_an_organization
def end(request: MemberRequest, key: int, share: int) -> HttpResponseBase:
    """The customer is not shared with them any more."""
    rows = Share.objects.of(request.member).select_related("customer")
    end_share(share=get_object_or_404(rows, pk=share, customer=key), by=request.member)
    return redirect("sharing", key)
