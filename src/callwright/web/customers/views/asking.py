"""What the views of customers share: who asks, which customer is meant, and the way back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django_htmx.http import reselect, reswap, retarget

from callwright.web.accounts.queries import MemberRequest
from callwright.web.customers.models import Customer
from callwright.web.customers.queries import kept
from callwright.web.sent import key_in


def customer_of(request: MemberRequest, key: int) -> Customer | None:
    """The customer of that key or, where it was merged, the one that it is part of; None for none of ours."""
    found: Customer | None = Customer.objects.of(request.member).filter(pk=key).first()
    return kept(found) if found else None


def the_customer(request: MemberRequest, key: int) -> Customer:
    """As `customer_of`. Raises Http404 for none."""
    found = customer_of(request, key)
    if found is None:
        raise Http404
    return found


def to_customer(customer: Customer, part: str = "") -> HttpResponseRedirect:
    """Back to a customer's page, at one of its parts."""
    address = reverse("customer", args=[customer.pk])
    return HttpResponseRedirect(f"{address}#{part}" if part else address, status=303)


def gone(request: HttpRequest, typed: list[tuple[str, str]]) -> HttpResponse:
    """The page for a form whose customer is not there any more: what was typed is given back to be copied."""
    htmx = bool(getattr(request, "htmx", False))
    page = render(request, "customers/gone.html", {"typed": typed}, status=200 if htmx else 404)
    return reswap(reselect(retarget(page, "#main"), "#main"), "outerHTML") if htmx else page


def said(request: HttpRequest, name: str) -> int | None:
    """A number that a form sent, or None for nonsense."""
    return key_in(request.POST.get(name, ""))
