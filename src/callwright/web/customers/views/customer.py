"""A customer's page, on which everything can be added or changed in place."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from callwright.web.accounts.queries import MemberRequest
from callwright.web.customers import actions
from callwright.web.customers.forms import CustomerForm, RowForm
from callwright.web.customers.models import Customer, Opening, Opportunity, Stage
from callwright.web.customers.parts import PARTS, Editing
from callwright.web.customers.queries import known
from callwright.web.customers.views.asking import customer_of, gone, said, the_customer, to_customer
from callwright.web.may import WHOLE_CUSTOMERS, demand


@require_GET
def customer(request: MemberRequest, key: int) -> HttpResponse:
    """What is known of a customer. The address of one that was merged leads on to the one that it is part of."""
    shown = the_customer(request, key)
    return _page(request, shown) if shown.pk == key else to_customer(shown)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: MemberRequest, key: int) -> HttpResponse:
    """Another name, other words about it."""
    shown = customer_of(request, key)
    form = CustomerForm(request.POST or None, by=request.member, row=shown)
    if shown is None:
        return _missing(request, form)
    if request.method == "POST" and form.keep(shown):
        return to_customer(shown)
    address = reverse("change-customer", args=[shown.pk])
    return _page(request, shown, Editing("about", shown.pk, form, address))


@require_http_methods(["GET", "HEAD", "POST"])
def part(request: MemberRequest, key: int, name: str, row_key: int | None = None) -> HttpResponse:
    """A row of one of the page's parts, new or changed; a get opens its form, a post keeps it."""
    shown, kind = customer_of(request, key), PARTS[name]
    row = kind.row(request.member, shown, row_key) if shown else None
    form = kind.form(request.POST or None, by=request.member, row=row)
    lost = row_key is not None and row is None
    if shown is None or (lost and request.method != "POST"):
        return _missing(request, form)
    if request.method == "POST" and not lost and form.keep(shown):
        return to_customer(shown, name)
    address = reverse("part", args=[shown.pk, name, row.pk] if row else [shown.pk, name])
    return _page(request, shown, Editing(name, row.pk if row else None, form, address, gone=lost))


@require_POST
def remove_row(request: MemberRequest, key: int, name: str, row_key: int) -> HttpResponse:
    """Does away with a row; one that is gone already is gone."""
    shown = the_customer(request, key)
    row = PARTS[name].row(request.member, shown, row_key)
    if row is not None:
        actions.remove(row=row, by=request.member)
    return to_customer(shown, name)


@require_POST
def stage(request: MemberRequest, key: int, row_key: int) -> HttpResponse:
    """The customer has come to another stage with an opportunity."""
    shown = the_customer(request, key)
    opportunity: Opportunity | None = PARTS["opportunities"].row(request.member, shown, row_key)
    chosen: Stage | None = Stage.objects.of(request.member).filter(pk=said(request, "stage")).first()
    if opportunity is None or chosen is None:
        raise Http404
    actions.move_stage(opportunity=opportunity, stage=chosen, why=request.POST.get("why", ""), by=request.member)
    return to_customer(shown, "opportunities")


@require_POST
def open_opening(request: MemberRequest, key: int, row_key: int) -> HttpResponse:
    """Makes an opportunity of an opening."""
    shown = the_customer(request, key)
    opening: Opening | None = PARTS["openings"].row(request.member, shown, row_key)
    if opening is None:
        raise Http404
    actions.open_from(opening=opening, by=request.member)
    return to_customer(shown, "opportunities")


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: MemberRequest, key: int) -> HttpResponse:
    """Asks once, with what goes along, then does away with a customer."""
    shown = the_customer(request, key)
    demand(shown.settled_by(request.member), WHOLE_CUSTOMERS)
    if request.method == "POST":
        actions.remove(row=shown, by=request.member)
        return redirect("customers")
    return render(request, "customers/remove.html", {"customer": shown, "calls": shown.calls.count()})


def _page(request: MemberRequest, shown: Customer, editing: Editing | None = None) -> HttpResponse:
    everything = "all" in request.GET or (editing is not None and editing.part == "knowledge")
    all_calls = request.GET.get("calls") == "all"
    found = known(request.member, shown, everything=everything, all_calls=all_calls)
    return render(request, "customers/customer.html", {"known": found, "customer": shown, "editing": editing})


def _missing(request: MemberRequest, form: RowForm) -> HttpResponse:
    if request.method != "POST":
        raise Http404
    return gone(request, form.typed())
