"""Products and stages: the two short lists that an organization has of its own."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from callwright.web.accounts.queries import MemberRequest
from callwright.web.customers import actions
from callwright.web.customers.forms import ProductForm, RowForm, StageForm
from callwright.web.customers.models import Product, Stage
from callwright.web.customers.parts import Editing
from callwright.web.may import LISTS, demand

FORMS: dict[str, type[RowForm]] = {"products": ProductForm, "stages": StageForm}
MODELS: dict[str, Any] = {"products": Product, "stages": Stage}


@require_http_methods(["GET", "HEAD", "POST"])
def own(request: MemberRequest, name: str, key: int | None = None) -> HttpResponse:
    """One of the lists and, for those who may change it, the form of a new row or of the one that is changed."""
    may = request.member.leads
    demand(may or (key is None and request.method != "POST"), LISTS)
    rows = MODELS[name].objects.of(request.member)
    row = rows.filter(pk=key).first() if key else None
    if key and row is None and request.method != "POST":
        raise Http404
    form = FORMS[name](request.POST or None, by=request.member, row=row)
    lost = key is not None and row is None
    if request.method == "POST" and not lost and form.keep():
        return redirect(name)
    address = reverse(name, args=[row.pk] if row else [])
    editing = Editing(name, row.pk if row else None, form, address, gone=lost)
    return render(request, f"customers/{name}.html", {"rows": rows, "editing": editing, "may": may})


@require_POST
def remove_product(request: MemberRequest, key: int) -> HttpResponse:
    """Does away with a product."""
    actions.remove_product(product=_row(request, Product, key), by=request.member)
    return redirect("products")


@require_POST
def remove_stage(request: MemberRequest, key: int) -> HttpResponse:
    """Does away with a stage, or says why it stays."""
    try:
        actions.remove_stage(stage=_row(request, Stage, key), by=request.member)
    except actions.Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("stages")


@require_POST
def shift_stage(request: MemberRequest, key: int) -> HttpResponse:
    """Moves a stage one place up or down."""
    places = 1 if request.POST.get("to") == "down" else -1
    actions.shift_stage(stage=_row(request, Stage, key), places=places, by=request.member)
    return redirect("stages")


def _row(request: MemberRequest, model: Any, key: int) -> Any:
    row = model.objects.of(request.member).filter(pk=key).first()
    if row is None:
        raise Http404
    return row
