"""What was begun lies in the browser until the server says that it has it: once it is kept, and never before."""

import re

import pytest

from tests.web.cast import a_customer

FACT = {"text": "Budget is set in May", "topic": "money"}
TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e"


def kept(answer):
    """What the answer says has been kept."""
    cookie = answer.cookies.get("callwright_kept")
    return cookie.value if cookie else None


def test_a_form_that_is_kept_names_its_draft(client, me):
    customer = a_customer(me)
    answer = client.post(f"/customers/{customer.pk}/knowledge/", {**FACT, "draft": TOKEN})
    assert kept(answer) == TOKEN
    assert (answer.cookies["callwright_kept"]["samesite"], answer.cookies["callwright_kept"]["path"]) == ("Strict", "/")


def test_a_form_that_comes_again_with_a_slip_is_not_kept_yet(client, me):
    assert kept(client.post(f"/customers/{a_customer(me).pk}/knowledge/", {"text": " ", "draft": TOKEN})) is None


def test_a_form_whose_customer_is_gone_is_not_kept(client, me):
    assert kept(client.post("/customers/999999/knowledge/", {**FACT, "draft": TOKEN})) is None


def test_a_form_that_leads_to_the_sign_in_is_not_kept(client, me):
    from django.http import HttpResponseRedirect
    from django.test import RequestFactory

    from callwright.web.drafts import DraftsArrive

    request = RequestFactory().post("/customers/1/knowledge/", {"draft": TOKEN})
    assert kept(DraftsArrive(lambda _: HttpResponseRedirect("/accounts/login/"))(request)) is None


@pytest.mark.parametrize("token", ["", "x", "a; path=/", "é" * 20, "x" * 65])
def test_no_other_word_gets_into_a_cookie(client, me, token):
    assert kept(client.post(f"/customers/{a_customer(me).pk}/knowledge/", {**FACT, "draft": token})) is None


def drafts(page):
    """The names under which forms and the ways to them keep what was begun."""
    return re.findall(r'<(form|a)\b[^>]*data-draft="(.*?)"', page)


@pytest.mark.parametrize("path", ["change/", "contacts/", "opportunities/", "knowledge/", "openings/"])
def test_every_form_of_a_customers_page_has_a_draft_and_the_way_to_it_the_same(client, me, path):
    customer = a_customer(me)
    [form] = [
        name for tag, name in drafts(client.get(f"/customers/{customer.pk}/{path}").content.decode()) if tag == "form"
    ]
    ways = [name for tag, name in drafts(client.get(f"/customers/{customer.pk}/").content.decode()) if tag == "a"]
    assert form in ways


@pytest.mark.parametrize("path", ["/calls/new/", "/customers/", "/customers/products/", "/customers/stages/"])
def test_the_other_forms_have_one_too(client, me, path):
    assert [tag for tag, _ in drafts(client.get(path).content.decode())] == ["form"]


def test_a_new_call_keeps_its_draft_while_what_was_wrong_is_put_right(client, me):
    address = f"/calls/new/?customer={a_customer(me).pk}"
    opened = drafts(client.get(address).content.decode())
    assert drafts(client.post(address, {"day": "soon"}).content.decode()) == opened
    assert drafts(client.get("/calls/new/").content.decode()) != opened
