"""Two entries that are one customer: suggested, merged, undone, or held apart."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from callwright.web.accounts.queries import MemberRequest
from callwright.web.customers import actions
from callwright.web.customers.doubles import called, duplicates, like, visible
from callwright.web.customers.models import Customer, Merge
from callwright.web.customers.views.asking import said, the_customer, to_customer
from callwright.web.may import WHOLE_CUSTOMERS, demand


@require_GET
def all_duplicates(request: MemberRequest) -> HttpResponse:
    """Pairs with like names, among the customers that are the member's to settle."""
    pairs = [pair for pair in duplicates(request.member) if all(one.settled_by(request.member) for one in pair)]
    return render(request, "customers/duplicates.html", {"pairs": pairs})


@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: MemberRequest, key: int) -> HttpResponse:
    """Those that this customer may be one with; a post makes one of them part of it."""
    kept = the_customer(request, key)
    demand(kept.settled_by(request.member), WHOLE_CUSTOMERS)
    if request.method == "POST":
        return _merge(request, kept)
    typed = request.GET.get("q", "")[:200]
    found = called(request.member, typed, kept) if typed else like(request.member, kept)
    others = [one for one in found if one.settled_by(request.member)]
    return render(request, "customers/merge.html", {"customer": kept, "others": others, "typed": typed})


@require_POST
def apart(request: MemberRequest) -> HttpResponse:
    """They are two: not suggested again. Leads back to where it was said."""
    one, other = (_named(request, name) for name in ("one", "other"))
    actions.hold_apart(one=one, other=other, by=request.member)
    return to_customer(one) if "back" in request.POST else redirect("duplicates")


@require_POST
def undo(request: MemberRequest, key: int) -> HttpResponse:
    """Two customers again, or why that has to wait."""
    done: Merge | None = Merge.objects.of(request.member).filter(pk=key).select_related("kept", "other").first()
    if done is None:
        raise Http404
    try:
        again = actions.undo_merge(merge=done, by=request.member)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
        return to_customer(the_customer(request, done.kept_id))
    messages.success(request, f"{again.name} stands on its own again, with everything that was there before.")
    seen = visible(request.member).filter(pk=again.pk).exists()
    return to_customer(again if seen else the_customer(request, done.kept_id))


def _merge(request: MemberRequest, kept: Customer) -> HttpResponse:
    other = _named(request, "other")
    try:
        actions.merge(kept=kept, other=other, by=request.member)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(
            request, f"{other.name} is part of {kept.name} now. It can be undone at the foot of this page."
        )
    return to_customer(kept)


def _named(request: MemberRequest, field: str) -> Customer:
    key = said(request, field)
    if key is None:
        raise Http404
    return the_customer(request, key)
