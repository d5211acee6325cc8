"""A customer's page: what matters for the next call, and everything added or changed where it stands."""

import datetime as dt
import re
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_opportunity
from tests.web.pages import plain

HTMX = {"HX-Request": "true"}


@pytest.fixture
def send(client, customer):
    """Sends a form of the customer's page, and gives the answer."""

    key = customer.pk

    def post(path, headers=None, **fields):
        return client.post(f"/customers/{key}/{path}", fields, headers=headers)

    return post


def test_a_new_customer_is_one_field_away_and_its_page_says_what_to_ask(client, me):
    answer = client.post("/customers/", {"name": "Harbour Steel"}, follow=True)
    words = plain(answer.content.decode())
    assert "Harbour Steel" in words
    assert "Who decides, and who holds the budget?" in words


def test_what_they_promised_stands_there_with_its_day(me, customer, page):
    from callwright.web.debriefs.models import Commitment

    Commitment.objects.create(
        organization=me.organization, customer=customer, text="mail the data sheet", due=dt.date(2026, 3, 2)
    )
    assert "They promised mail the data sheet by Mon 2 Mar" in page()


def test_a_person_is_added_and_changed_in_place(customer, send, page):
    assert send("contacts/", name="Dana Reyes", title="CFO", role="pays").status_code == 303
    assert "Dana Reyes CFO Holds the budget" in page()
    send(f"contacts/{customer.contacts.get().pk}/", name="Dana Reyes-Holt", title="CFO", role="decides")
    assert "Dana Reyes-Holt CFO Decides" in page()


def test_an_opportunity_takes_an_amount_as_people_write_it_and_a_product_by_name(customer, send, page):
    send("opportunities/", name="Payroll", amount="12k", currency="eur", product="Pay suite", stage=_stage(customer, 2))
    one = customer.opportunities.get()
    assert (one.amount, one.currency, one.product.name) == (Decimal(12_000), "EUR", "Pay suite")
    assert "EUR 12,000" in page()
    send(f"opportunities/{one.pk}/", name="Payroll", amount="", currency="", product="", state="won")
    assert "Won or lost: 1" in page()


def _stage(customer, place):
    from callwright.web.customers.models import Stage

    return Stage.objects.filter(organization=customer.organization)[place].pk


def test_a_stage_is_moved_by_a_tap_and_the_way_is_kept(customer, send, page):
    send("opportunities/", name="Payroll", stage=_stage(customer, 0))
    one = customer.opportunities.get()
    send(f"opportunities/{one.pk}/stage/", stage=_stage(customer, 2), why="They asked for a trial")
    one.refresh_from_db()
    assert one.stage.kind == "evaluation"
    assert "They asked for a trial" in page()


def test_what_is_known_stands_with_day_and_source(send, page):
    send("knowledge/", text="Budget is set in May", topic="money", on="2026-03-03", source="the CFO")
    assert "Budget is set in May Money · 3 Mar 2026 · the CFO" in page()


def test_only_the_latest_of_what_is_known_is_shown_until_the_rest_is_asked_for(me, customer, page):
    from callwright.web.customers.actions import learn

    for number in range(15):
        learn(customer=customer, text=f"fact number {number}.", on=dt.date(2026, 1, 1 + number), by=me)
    assert "fact number 14." in page()
    assert "fact number 0." not in page()
    assert "What we learned earlier" in page()
    assert "fact number 0." in page("?all=1")


def test_an_opening_becomes_an_opportunity_with_a_tap(customer, send, page):
    send("openings/", text="The Leeds site", on="2026-03-03")
    send(f"openings/{customer.openings.get().pk}/open/")
    assert "became The Leeds site" in page()
    assert customer.opportunities.get().name == "The Leeds site"


def test_name_and_words_about_it_are_changed(send, page):
    send("change/", name="Northfield Kitchens", about="Chilled meals for canteens")
    assert "Northfield Kitchens" in page()
    assert "Chilled meals for canteens" in page()


def test_a_row_is_removed_and_removing_it_twice_is_no_fault(customer, send):
    contact = a_contact(customer)
    for _ in range(2):
        assert send(f"contacts/{contact.pk}/remove/").status_code == 303
    assert not customer.contacts.exists()


def test_removing_a_customer_asks_first_and_says_what_goes_along(client, me, customer, page, send):
    a_call(me, customer)
    assert "1 call with plan and debrief" in page("remove/")
    send("remove/")
    assert client.get(f"/customers/{customer.pk}/").status_code == 404


SLIPS = [
    ("contacts/", {"name": ""}, "Write down a name."),
    ("contacts/", {"name": "Dana", "email": "dana at home"}, "That mail address lacks something"),
    ("contacts/", {"name": "D" * 300}, "at most 200 characters are kept; this has 300"),
    ("opportunities/", {"name": "Payroll", "amount": "a lot"}, "Write the amount in figures"),
    ("opportunities/", {"name": "Payroll", "currency": "euros"}, "A currency is three letters"),
    ("opportunities/", {"name": "Payroll", "stage": "999999"}, "That stage is no longer there"),
    ("opportunities/", {"name": "Payroll", "amount": "9" * 30}, "more than can be kept"),
    ("knowledge/", {"text": "Budget", "on": "31 February"}, "Write the day as"),
    ("knowledge/", {"text": "x" * 5000}, "at most 4000 characters are kept; this has 5000"),
    ("openings/", {"text": "   "}, "A few words are needed."),
    ("change/", {"name": "", "about": "Chilled meals"}, "A customer needs a name."),
]


@pytest.mark.parametrize(("path", "fields", "says"), SLIPS)
def test_a_slip_is_named_and_what_was_typed_stays(send, path, fields, says):
    answer = send(path, **fields)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert says in plain(page)
    assert all(value in page for value in fields.values() if value.strip() and value != "999999")


def test_what_was_removed_under_an_open_form_can_be_kept_as_new(customer, send):
    key = a_contact(customer).pk
    customer.contacts.all().delete()
    page = send(f"contacts/{key}/", name="Dana Reyes", title="CFO").content.decode()
    assert "What you typed is still here" in page
    assert 'value="Dana Reyes"' in page
    assert f'action="/customers/{customer.pk}/contacts/"' in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_customer_removed_under_an_open_form_gives_back_what_was_typed(customer, send, headers):
    customer.delete()
    answer = send("knowledge/", headers=headers, text="Budget is set in May", source="the CFO")
    assert answer.status_code == (200 if headers else 404)
    assert "Budget is set in May" in answer.content.decode()
    assert answer.headers.get("HX-Retarget") == ("#main" if headers else None)


def test_a_form_sent_to_a_merged_customer_reaches_the_one_that_it_is_part_of(me, client, customer, send):
    from callwright.web.customers.actions import merge

    kept = a_customer(me, "Northfield")
    merge(kept=kept, other=customer, by=me)
    send("knowledge/", text="Budget is set in May", topic="money")
    assert kept.knowledge.get().text == "Budget is set in May"
    assert client.get(f"/customers/{customer.pk}/").headers["location"] == f"/customers/{kept.pk}/"


def test_the_page_costs_the_same_queries_however_much_is_known(client, me, customer):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    counts = []
    for some in (2, 20):
        _fill(me, customer, some)
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/customers/{customer.pk}/")
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 15


def _fill(me, customer, some):
    from callwright.web.customers.actions import learn, move_stage, note_opening
    from callwright.web.customers.models import Stage

    for number in range(some):
        opportunity = an_opportunity(customer, f"Sale {some} {number}")
        for stage in Stage.objects.of(me):
            move_stage(opportunity=opportunity, stage=stage, by=me)
        a_call(me, customer, starts=timezone.now() - dt.timedelta(days=number + 1), opportunity=opportunity)
        a_contact(customer, f"Dana {number}")
        learn(customer=customer, text=f"Fact {number}", by=me)
        note_opening(customer=customer, text=f"Site {number}", by=me)


@pytest.mark.parametrize("path", ["", "change/", "contacts/", "opportunities/", "knowledge/", "openings/"])
def test_no_two_things_on_a_page_have_one_id(client, me, customer, path):
    _fill(me, customer, 2)
    ids = re.findall(r'\sid="(.*?)"', client.get(f"/customers/{customer.pk}/{path}").content.decode())
    assert len(ids) == len(set(ids))


def test_a_page_of_customers_holds_no_script_or_style_of_its_own(client, me, customer):
    for path in ("", f"{customer.pk}/", f"{customer.pk}/contacts/", "stages/"):
        page = client.get(f"/customers/{path}").content.decode()
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)|\bstyle=|\bon\w+=", page)


def test_a_row_that_was_changed_while_its_customer_was_merged_stays_with_the_one_that_is_kept(me, customer):
    from callwright.web.customers.actions import change_contact, merge

    stale = a_contact(customer)
    kept = a_customer(me, "Northfield")
    merge(kept=kept, other=customer, by=me)
    change_contact(contact=stale, name="Dana Reyes", title="CEO", role="", email="", phone="", by=me)
    assert kept.contacts.get().title == "CEO"


def test_a_customer_that_was_renamed_while_it_was_merged_stays_merged(me, customer):
    from callwright.web.customers.actions import change_customer, merge
    from callwright.web.customers.doubles import visible

    kept, stale = a_customer(me, "Northfield"), type(customer).objects.get(pk=customer.pk)
    merge(kept=kept, other=customer, by=me)
    change_customer(customer=stale, name="Northfield Kitchens", about="", by=me)
    assert list(visible(me)) == [kept]
