"""A rep finds anything by the beginnings of its words, whatever the accents, and only what is theirs."""

import datetime as dt

import pytest

from tests.web.cast import a_contact, a_customer, an_opportunity


@pytest.fixture
def find(me):
    """The titles found, by kind."""
    from callwright.web.customers.search import found

    def find(typed, member=me):
        return {group.kind: [hit.title for hit in group.hits] for group in found(member, typed)}

    return find


def test_the_beginning_of_a_word_is_enough(me, find):
    a_customer(me, "Northfield Foods")
    assert find("north") == find("FOO nor") == {"customer": ["Northfield Foods"]}


def test_accents_make_no_difference_either_way(me, find):
    a_customer(me, "Café Miramar")
    a_customer(me, "Uber Freight Works")
    assert find("cafe") == {"customer": ["Café Miramar"]}
    assert find("über") == {"customer": ["Uber Freight Works"]}


def test_every_word_narrows_it(me, find):
    a_customer(me, "Northfield Foods")
    a_customer(me, "Northgate Mills")
    assert find("north mill") == {"customer": ["Northgate Mills"]}


def test_everything_that_is_known_is_found_in_groups(me, find):
    from callwright.web.customers.actions import add_product, learn, note_opening

    customer = a_customer(me, "Northfield Foods", about="Ships chilled meals")
    a_contact(customer, "Dana Reyes", "CFO")
    an_opportunity(customer, "Chilled-room sensors")
    add_product(name="Chill monitor", by=me)
    note_opening(customer=customer, text="The chiller in Leeds is old", by=me)
    learn(customer=customer, text="Chilling costs them most", source="site visit", on=dt.date(2026, 3, 3), by=me)
    assert find("chill") == {
        "customer": ["Northfield Foods"],
        "opportunity": ["Chilled-room sensors"],
        "product": ["Chill monitor"],
        "opening": ["The chiller in Leeds is old"],
        "knowledge": ["Chilling costs them most"],
    }
    assert find("reyes") == {"contact": ["Dana Reyes (CFO)"]}


def test_what_was_renamed_is_found_by_its_new_name_and_what_was_removed_not_at_all(me, find):
    from callwright.web.customers.actions import change_customer, remove

    customer = change_customer(customer=a_customer(me, "Northfield"), name="Southfield", about="", by=me)
    assert (find("northfield"), find("southfield")) == ({}, {"customer": ["Southfield"]})
    remove(row=customer, by=me)
    assert find("southfield") == {}


@pytest.mark.parametrize("typed", ["", "  ", '"', "* OR", "a' AND (", "NEAR(", "north & | !", "\x00", "-", "_"])
def test_whatever_is_typed_is_looked_for_as_words(me, find, typed):
    a_customer(me, "Elsewhere Ltd")
    assert find(typed) == {}


def test_a_stranger_finds_nothing_of_mine(me, stranger, find):
    a_customer(me, "Northfield Foods")
    assert find("north", stranger) == {}


def test_an_address_is_found_by_its_parts(me, find):
    a_contact(a_customer(me), "Dana Reyes", "CFO", email="d.reyes@northfield.example")
    assert find("northfield.ex")["contact"] == ["Dana Reyes (CFO)"]


def test_a_search_costs_as_many_queries_with_few_rows_as_with_many(me):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from callwright.web.customers.search import found

    counts = []
    for some in (1, 30):
        for number in range(some):
            a_contact(a_customer(me, f"North {some} {number}"), f"Nora {number}")
        with CaptureQueriesContext(
            connection,
        ) as asked:
            found(me, "no")
        counts.append(len(asked))
    assert counts == [3, 3]


def test_a_migration_may_change_the_tables_and_everything_is_found_afterwards(me, find):
    from callwright.web.customers.index import keep_index, loosen_index

    a_customer(me, "Northfield Foods")
    loosen_index(plan=["something to do"])
    a_customer(me, "Northgate Mills")
    assert find("north") == {"customer": ["Northfield Foods"]}
    keep_index()
    a_customer(me, "Northward Toys")
    assert sorted(find("north")["customer"]) == ["Northfield Foods", "Northgate Mills", "Northward Toys"]


def test_a_start_with_nothing_to_migrate_leaves_the_index_alone(me, find):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from callwright.web.customers.index import keep_index, loosen_index

    with CaptureQueriesContext(connection) as asked:
        loosen_index(plan=[])
        keep_index()
    assert not [one for one in asked if "INSERT" in one["sql"] or "TRIGGER" in one["sql"]]
