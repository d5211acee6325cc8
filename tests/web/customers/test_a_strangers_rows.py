"""What belongs to another organization is not there: every address answers as for a number that never was."""

import pytest

from tests.web.cast import a_contact, a_customer, an_opportunity


@pytest.fixture
def theirs(stranger):
    """A stranger's customer with one row of each kind, by the names used in the addresses below."""
    from callwright.web.customers.actions import add_product, learn, merge, note_opening
    from callwright.web.customers.models import Stage

    customer = a_customer(stranger)
    return {
        "customer": customer.pk,
        "contacts": a_contact(customer).pk,
        "opportunities": an_opportunity(customer).pk,
        "knowledge": learn(customer=customer, text="A secret", by=stranger).pk,
        "openings": note_opening(customer=customer, text="A secret", by=stranger).pk,
        "product": add_product(name="Their product", by=stranger).pk,
        "stage": Stage.objects.of(stranger)[0].pk,
        "merge": merge(kept=customer, other=a_customer(stranger, "Other"), by=stranger).pk,
    }


PARTS = ("contacts", "opportunities", "knowledge", "openings")

READ = [
    "{customer}/",
    "{customer}/change/",
    "{customer}/remove/",
    "{customer}/merge/",
    *(f"{{customer}}/{part}/" for part in PARTS),
    *(f"{{customer}}/{part}/{{{part}}}/" for part in PARTS),
    "products/{product}/",
    "stages/{stage}/",
]

WRITTEN = [
    *(path for path in READ if path.startswith("{customer}") and path != "{customer}/"),
    *(f"{{customer}}/{part}/{{{part}}}/remove/" for part in PARTS),
    "{customer}/opportunities/{opportunities}/stage/",
    "{customer}/openings/{openings}/open/",
    "products/{product}/remove/",
    "stages/{stage}/remove/",
    "stages/{stage}/shift/",
    "merges/{merge}/undo/",
]

FIELDS = {"name": "Mine now", "text": "Mine now", "other": "1", "stage": "1"}


@pytest.mark.parametrize("path", READ)
def test_it_cannot_be_read(client, me, theirs, path):
    assert client.get(f"/customers/{path.format(**theirs)}").status_code == 404


@pytest.mark.parametrize("path", WRITTEN)
def test_it_cannot_be_changed(client, me, theirs, path):
    assert client.post(f"/customers/{path.format(**theirs)}", FIELDS).status_code == 404


@pytest.mark.parametrize("path", ["products/{product}/", "stages/{stage}/"])
def test_a_name_sent_to_it_changes_nothing(client, me, theirs, path):
    from callwright.web.customers.models import Product, Stage

    client.post(f"/customers/{path.format(**theirs)}", {"name": "Mine now", "kind": "needs"})
    assert not Product.objects.filter(name="Mine now").exists()
    assert not Stage.objects.filter(name="Mine now").exists()


def test_my_customer_cannot_swallow_theirs_or_be_held_apart_from_it(client, me, theirs):
    mine = a_customer(me)
    assert client.post(f"/customers/{mine.pk}/merge/", {"other": theirs["customer"]}).status_code == 404
    assert client.post("/customers/apart/", {"one": mine.pk, "other": theirs["customer"]}).status_code == 404


@pytest.mark.parametrize("part", PARTS)
def test_their_row_is_not_reached_by_way_of_my_customer(client, me, theirs, part):
    mine = a_customer(me)
    assert client.get(f"/customers/{mine.pk}/{part}/{theirs[part]}/").status_code == 404


def test_every_address_of_customers_is_tried_here():
    from callwright.web.customers.urls import urlpatterns

    tried = {"customers", "search", "duplicates", "apart"}  # lists of one's own, tested for that elsewhere
    named = {
        "customer", "change-customer", "remove-customer", "merge", "part", "remove-part", "move-stage",
        "open-opening", "products", "remove-product", "stages", "remove-stage", "shift-stage", "undo-merge",
    }  # fmt: skip
    assert {pattern.name for pattern in urlpatterns} == tried | named
