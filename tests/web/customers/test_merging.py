"""Two entries that are one customer become one, and two again if that was wrong, with everything where it was."""

import pytest

from tests.web.cast import a_call, a_contact, a_customer, an_opportunity


@pytest.fixture
def pair(me):
    """Two spellings of one customer, each with all that can hang on it."""
    return full(me, "Northfield Foods"), full(me, "Northfield Foods Ltd")


def full(me, name):
    from callwright.web.customers.actions import learn, note_opening
    from callwright.web.debriefs.models import Commitment

    customer = a_customer(me, name)
    contact = a_contact(customer)
    call = a_call(me, customer, contacts=[contact], opportunity=an_opportunity(customer))
    learn(customer=customer, text="Budget is set in May", by=me)
    note_opening(customer=customer, text="The Leeds site", by=me)
    Commitment.objects.create(organization=me.organization, customer=customer, call=call, text="mail the plan")
    return customer


PARTS = ("contacts", "opportunities", "calls", "knowledge", "openings", "commitments")


def parts(customer):
    """The keys of all that hangs on a customer."""
    return {name: sorted(getattr(customer, name).values_list("pk", flat=True)) for name in PARTS}


def test_all_that_hung_on_the_other_hangs_on_the_one_that_is_kept(me, pair):
    from callwright.web.customers.actions import merge
    from callwright.web.customers.doubles import visible

    kept, other = pair
    both = {name: sorted(parts(kept)[name] + parts(other)[name]) for name in PARTS}
    merge(kept=kept, other=other, by=me)
    assert parts(kept) == both
    assert not any(parts(other).values())
    assert list(visible(me)) == [kept]


def test_no_table_that_names_a_customer_is_left_out(me):
    from callwright.web.customers.actions.merging import _hangs_on_customers

    assert {model._meta.label for model, _ in _hangs_on_customers()} >= {
        "customers.Contact",
        "customers.Opportunity",
        "customers.Knowledge",
        "customers.Opening",
        "calls.Call",
        "debriefs.Commitment",
    }


def test_undone_everything_is_back_where_it_was(me, pair):
    from callwright.web.customers.actions import merge, undo_merge
    from callwright.web.customers.doubles import visible

    kept, other = pair
    before = parts(kept), parts(other)
    undo_merge(merge=merge(kept=kept, other=other, by=me), by=me)
    assert (parts(kept), parts(other)) == before
    assert set(visible(me)) == {kept, other}


def test_what_was_added_since_stays_with_the_kept_one(me, pair):
    from callwright.web.customers.actions import learn, merge, undo_merge

    kept, other = pair
    theirs = parts(other)
    done = merge(kept=kept, other=other, by=me)
    added = learn(customer=kept, text="They have two sites", by=me)
    call = a_call(me, kept)
    undo_merge(merge=done, by=me)
    assert parts(other) == theirs
    assert added.pk in parts(kept)["knowledge"]
    assert call.pk in parts(kept)["calls"]


def test_a_call_added_since_about_an_opportunity_that_goes_back_goes_along_with_what_was_promised(me, pair):
    from callwright.web.customers.actions import merge, undo_merge
    from callwright.web.debriefs.models import Commitment

    kept, other = pair
    opportunity = other.opportunities.get()
    done = merge(kept=kept, other=other, by=me)
    call = a_call(me, kept, opportunity=opportunity)
    promised = Commitment.objects.create(organization=me.organization, customer=kept, call=call, text="sign")
    undo_merge(merge=done, by=me)
    assert call.pk in parts(other)["calls"]
    assert promised.pk in parts(other)["commitments"]


def test_what_was_moved_and_then_removed_does_not_come_back(me, pair):
    from callwright.web.customers.actions import merge, remove, undo_merge

    kept, other = pair
    contact = other.contacts.get()
    done = merge(kept=kept, other=other, by=me)
    remove(row=contact, by=me)
    undo_merge(merge=done, by=me)
    assert parts(other)["contacts"] == []


def test_the_words_about_the_other_fill_an_empty_place_and_go_back(me):
    from callwright.web.customers.actions import merge, undo_merge

    kept, other = a_customer(me, "Northfield"), a_customer(me, "Northfield Ltd", about="Chilled meals")
    done = merge(kept=kept, other=other, by=me)
    assert done.kept.about == "Chilled meals"
    undo_merge(merge=done, by=me)
    kept.refresh_from_db()
    assert kept.about == ""


def test_merges_one_upon_the_other_are_undone_from_the_last(me):
    from callwright.web.customers.actions import Refused, merge, undo_merge

    first, second, third = (full(me, f"Northfield {word}") for word in ("Foods", "Food", "Fods"))
    before = [parts(one) for one in (first, second, third)]
    inner = merge(kept=second, other=third, by=me)
    outer = merge(kept=first, other=second, by=me)
    with pytest.raises(Refused, match="undo that first"):
        undo_merge(merge=inner, by=me)
    undo_merge(merge=outer, by=me)
    undo_merge(merge=inner, by=me)
    assert [parts(one) for one in (first, second, third)] == before


def test_undoing_twice_is_refused(me, pair):
    from callwright.web.customers.actions import Refused, merge, undo_merge

    done = merge(kept=pair[0], other=pair[1], by=me)
    undo_merge(merge=done, by=me)
    with pytest.raises(Refused, match="already"):
        undo_merge(merge=done, by=me)


def test_a_customer_is_not_merged_with_itself_with_a_strangers_or_twice(me, stranger, pair):
    from callwright.web.customers.actions import Refused, merge

    kept, other = pair
    for one in (kept, a_customer(stranger)):
        with pytest.raises(Refused):
            merge(kept=kept, other=one, by=me)
    merge(kept=kept, other=other, by=me)
    with pytest.raises(Refused):
        merge(kept=kept, other=other, by=me)


def test_a_merged_name_typed_again_is_the_kept_customer(me, pair):
    from callwright.web.customers.actions import add_customer, merge

    merge(kept=pair[0], other=pair[1], by=me)
    assert add_customer(name="northfield foods ltd", by=me) == pair[0]


def test_what_is_part_of_another_is_found_there_and_not_twice(me, pair):
    from callwright.web.customers.actions import merge
    from callwright.web.customers.search import found

    merge(kept=pair[0], other=pair[1], by=me)
    hits = {group.kind: [hit.title for hit in group.hits] for group in found(me, "northfield")}
    assert hits == {"customer": ["Northfield Foods"]}


NAMES = [
    ("Northfield Foods", "Northfield Foods Ltd.", True),
    ("The Harbour Group", "Harbour", True),
    ("Café Miramar", "Cafe Mirramar", True),
    ("Brightwater", "Brightwater Logistics", False),
    ("Brightwater Logistics", "Brightwater Logistics Leeds", True),
    ("Northfield Foods", "Harbour Steel", False),
]


@pytest.mark.parametrize(("one", "other", "alike"), NAMES)
def test_like_names_are_suggested(me, one, other, alike):
    from callwright.web.customers.doubles import duplicates, like

    first, second = a_customer(me, one), a_customer(me, other)
    a_customer(me, "Quayside Printing")
    assert like(me, first) == ([second] if alike else [])
    assert duplicates(me) == ([(first, second)] if alike else [])


def test_two_that_were_held_apart_are_not_suggested_again(me, pair):
    from callwright.web.customers.actions import hold_apart
    from callwright.web.customers.doubles import duplicates, like

    hold_apart(one=pair[1], other=pair[0], by=me)
    assert like(me, pair[0]) == duplicates(me) == []


def test_a_strangers_customer_is_never_suggested(me, stranger):
    from callwright.web.customers.doubles import duplicates, like

    mine = a_customer(me)
    a_customer(stranger)
    assert like(me, mine) == duplicates(me) == []
