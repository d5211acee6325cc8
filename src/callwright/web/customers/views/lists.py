"""The list of customers, and search over everything."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from callwright.web.accounts.queries import MemberRequest
from callwright.web.customers.forms import CustomerForm
from callwright.web.customers.queries import customer_list
from callwright.web.customers.search import found, words_of

LONGEST_SEARCH = 200


@require_http_methods(["GET", "HEAD", "POST"])
def customers(request: MemberRequest) -> HttpResponse:
    """All customers by name, a page at a time; a post adds one, or leads to the one of that name; ?q= searches."""
    if words_of(request.GET.get("q", "")) and request.method != "POST":
        return redirect(f"{reverse('search')}?{urlencode({'q': request.GET['q']})}")
    form = CustomerForm(request.POST or None, by=request.member)
    if request.method == "POST" and form.keep():
        return redirect("customer", form.row.pk)
    page, lines = customer_list(request.member, request.GET.get("page"))
    context = {"page": page, "lines": lines, "form": form, "open": form.is_bound}
    return render(request, "customers/list.html", context)


@require_GET
def search(request: MemberRequest) -> HttpResponse:
    """What begins with the words that were typed, by kind."""
    typed = request.GET.get("q", "").replace("\x00", "")[:LONGEST_SEARCH].strip()
    if not words_of(typed):
        return redirect("customers")
    groups = found(request.member, typed)
    form = CustomerForm(by=request.member)
    return render(request, "customers/list.html", {"typed": typed, "groups": groups, "form": form})
