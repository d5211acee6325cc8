"""The lists: customers by name and page, results of a search, pairs that may be one, products, stages."""

import pytest

from tests.web.cast import a_call, a_customer, an_opportunity
from tests.web.pages import plain


@pytest.fixture
def page(client, me):
    def words(path):
        return plain(client.get(path, follow=True).content.decode())

    return words


def test_each_customer_is_one_line_with_stage_and_next_call(me, page):
    customer = a_customer(me)
    an_opportunity(customer, amount=1200, currency="EUR")
    call = a_call(me, customer)
    words = page("/customers/")
    assert "Northfield Foods next call" in words
    assert f"{call.starts.day} " in words
    assert "Evaluation · EUR 1,200" in words


def test_customers_come_by_name_whatever_their_case_and_accents(me, page):
    for name in ("zeta Works", "Élan Print", "Eden Mills", "Fable Toys"):
        a_customer(me, name)
    words = page("/customers/")
    places = [words.index(name) for name in ("Eden Mills", "Élan Print", "Fable Toys", "zeta Works")]
    assert places == sorted(places)


def test_many_customers_come_a_page_at_a_time_and_a_wrong_page_is_the_nearest(me, page):
    for number in range(60):
        a_customer(me, f"Firm {number:02}")
    assert "page 1 of 2" in page("/customers/")
    assert "Firm 59" in page("/customers/?page=2")
    assert "page 2 of 2" in page("/customers/?page=99")
    assert "page 1 of 2" in page("/customers/?page=nonsense")


def test_an_empty_list_says_how_to_begin(page):
    assert "A name is enough to begin with" in page("/customers/")


def test_the_list_costs_the_same_queries_however_long_it_is(client, me):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for some in (3, 60):
        for number in range(some):
            customer = a_customer(me, f"Firm {some} {number}")
            a_call(me, customer, opportunity=an_opportunity(customer))
        with CaptureQueriesContext(connection) as asked:
            client.get("/customers/")
        counts.append(len(asked))
    assert counts == [5, 5]


def test_a_page_of_ten_thousand_customers_is_read_by_an_index(me):
    from django.db import connection

    from callwright.web.customers.doubles import visible

    plan = visible(me).all()[:50].explain()
    if connection.vendor == "sqlite":
        assert "customers_by_name" in plan
        assert "TEMP B-TREE" not in plan


def test_a_search_shows_groups_with_what_was_looked_for_marked(client, me):
    a_customer(me, "Café Miramar")
    page = client.get("/customers/search/?q=cafe").content.decode()
    assert "<mark>Café</mark> Miramar" in page
    assert "Customers" in plain(page)


def test_what_is_not_found_is_added_with_a_tap(client, me, page):
    assert "Add “Harbour Steel” as a customer" in page("/customers/search/?q=Harbour+Steel")


def test_words_in_the_address_of_the_list_are_looked_for(client, me, page):
    a_customer(me)
    a_customer(me, "Harbour Steel")
    assert client.get("/customers/?q=north+f%26").headers["location"] == "/customers/search/?q=north+f%26"
    words = page("/customers/?q=north")
    assert "Northfield Foods" in words
    assert "Harbour Steel" not in words
    assert "Harbour Steel" in page("/customers/?q=+%26"), "no words: the list"


def test_a_long_text_that_is_found_is_cut_between_words(client, me, page):
    from callwright.web.customers.actions import learn

    learn(customer=a_customer(me), text="budget " * 60, by=me)
    words = page("/customers/search/?q=budget")
    assert words.count("budget") == 1 + 240 // len("budget ")
    assert "budget …" in words


def test_an_empty_search_is_the_list(page, me):
    a_customer(me)
    assert "Northfield Foods" in page("/customers/search/?q=+")


def test_marked_text_stays_text(client, me):
    a_customer(me, "<b>Bold</b> & Sons")
    page = client.get("/customers/search/?q=bold").content.decode()
    assert "&lt;b&gt;" in page.replace("<mark>", "").replace("</mark>", "")
    assert "<b>Bold" not in page


def test_pairs_are_made_one_or_held_apart_by_a_tap(client, me, page):
    one, other = a_customer(me, "Northfield Foods"), a_customer(me, "Northfield Foods Ltd")
    words = page("/customers/duplicates/")
    assert "Same customer: keep “Northfield Foods Ltd”" in words
    assert "Two different customers" in words
    client.post("/customers/apart/", {"one": one.pk, "other": other.pk})
    assert "No two names are alike" in page("/customers/duplicates/")


def test_a_merge_and_its_undoing_are_a_tap_each(client, me, page):
    one, other = a_customer(me, "Northfield Foods"), a_customer(me, "Northfield Foods Ltd")
    assert "Is it the same customer?" in page(f"/customers/{one.pk}/")
    client.post(f"/customers/{one.pk}/merge/", {"other": other.pk})
    words = page(f"/customers/{one.pk}/")
    assert "Northfield Foods Ltd is part of Northfield Foods now" in words
    client.post(f"/customers/merges/{one.merges.get().pk}/undo/")
    assert "stands on its own again" in page(f"/customers/{other.pk}/")


def test_another_customer_to_merge_with_is_looked_for_by_name(me, page):
    one = a_customer(me, "Northfield Foods")
    a_customer(me, "Old Mill Bakery")
    assert "Old Mill Bakery" in page(f"/customers/{one.pk}/merge/?q=mill")


def test_products_are_added_renamed_and_removed(client, me, page):
    from callwright.web.customers.models import Product

    client.post("/customers/products/", {"name": "Pay suite"})
    one = Product.objects.of(me).get()
    client.post(f"/customers/products/{one.pk}/", {"name": "Payroll suite"})
    assert "Payroll suite" in page("/customers/products/")
    client.post(f"/customers/products/{one.pk}/remove/")
    assert "Payroll suite" not in page("/customers/products/")


def test_stages_are_added_renamed_moved_and_removed(client, me, page):
    from callwright.web.customers.models import Stage

    client.post("/customers/stages/", {"name": "Security review", "kind": "evaluation"})
    one = Stage.objects.of(me).get(name="Security review")
    client.post(f"/customers/stages/{one.pk}/", {"name": "Audit", "kind": "evaluation"})
    client.post(f"/customers/stages/{one.pk}/shift/", {"to": "up"})
    assert [stage.name for stage in Stage.objects.of(me)][2:4] == ["Audit", "Evaluation"]
    client.post(f"/customers/stages/{one.pk}/remove/")
    assert "Audit" not in page("/customers/stages/")


def test_a_stage_in_use_stays_and_the_page_says_why(client, me, page):
    from callwright.web.customers.models import Stage

    an_opportunity(a_customer(me), stage="needs")
    client.post(f"/customers/stages/{Stage.objects.of(me).get(kind='needs').pk}/remove/")
    assert "1 opportunity stands at Needs" in page("/customers/stages/")


@pytest.mark.parametrize(
    ("path", "fields", "says"),
    [
        ("products/", {"name": ""}, "A product needs a name."),
        ("stages/", {"name": "needs", "kind": "needs"}, "There is a stage called needs already."),
    ],
)
def test_a_slip_in_a_list_is_named(client, me, path, fields, says):
    assert says in plain(client.post(f"/customers/{path}", fields).content.decode())
