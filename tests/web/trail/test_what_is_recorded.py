"""Every change that a person makes is in the trail: field by field, by whom; what the product works out is not."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web import cast

MARCH = dt.datetime(2026, 3, 3, 14, tzinfo=dt.UTC)


@pytest.fixture
def as_rep(rep):
    """What is done in the test is done by the rep."""
    from callwright.web.trail.acting import acting

    with acting(rep):
        yield rep


@pytest.fixture
def customer(as_rep):
    return cast.a_customer(as_rep)


@pytest.fixture
def call(as_rep, customer):
    return cast.a_call(as_rep, customer, starts=MARCH)


def by_whom(table):
    from callwright.web.trail.models import Change

    return [one.by_id for one in Change.objects.filter(table=table).order_by("id")]


def a_while_later():
    """What was recorded so far was recorded an hour ago."""
    from callwright.web.trail.models import Change

    for one in Change.objects.all():
        Change.objects.filter(pk=one.pk).update(at=one.at - dt.timedelta(hours=1))


def test_a_contact_is_added_changed_and_removed(as_rep, customer, changes):
    from callwright.web.customers.actions import add_contact, change_contact, remove

    dana = add_contact(customer=customer, name="Dana Reyes", title="CFO", by=as_rep)
    a_while_later()
    known = {"title": "COO", "role": "decides", "email": "", "phone": ""}
    change_contact(contact=dana, name="Dana Reyes", by=as_rep, **known)
    a_while_later()
    remove(row=dana, by=as_rep)
    assert changes("customers.contact") == [
        ("added", {"name": [None, "Dana Reyes"], "title": [None, "CFO"]}),
        ("changed", {"title": ["CFO", "COO"], "role": [None, "decides"]}),
        ("removed", {"name": ["Dana Reyes", None], "title": ["COO", None], "role": ["decides", None]}),
    ]
    assert by_whom("customers.contact") == [as_rep.pk] * 3


def test_saving_the_same_again_is_no_change(as_rep, customer, changes):
    from callwright.web.customers.actions import change_customer

    change_customer(customer=customer, name=customer.name, about=customer.about, by=as_rep)
    assert len(changes("customers.customer")) == 1


def test_a_call_that_moves(as_rep, call, changes):
    from callwright.web.calls.actions import move_call

    a_while_later()
    move_call(call=call, starts=MARCH + dt.timedelta(days=2), by=as_rep)
    moved = {"starts": ["2026-03-03T14:00:00+00:00", "2026-03-05T14:00:00+00:00"]}
    assert changes("calls.call")[1:] == [("changed", moved)]


def test_who_attends_and_who_comes_along_by_key_alone(as_rep, customer, call, manager, changes):
    from callwright.web.calls.actions import change_call

    dana, lee = cast.a_contact(customer), cast.a_contact(customer, "Lee")
    call.contacts.set([dana])
    a_while_later()
    change_call(call=call, minutes=45, contacts=[lee], joined=[manager], by=as_rep)
    (_, added), (_, changed) = changes("calls.call")
    assert added["contacts"] == [[], [{"key": dana.pk}]]
    assert changed == {
        "minutes": [30, 45],
        "contacts": [[{"key": dana.pk}], [{"key": lee.pk}]],
        "joined": [[], [{"key": manager.pk}]],
    }


def test_the_stage_of_an_opportunity_by_its_name(as_rep, customer, changes):
    from callwright.web.customers.actions import add_opportunity, move_stage
    from callwright.web.customers.models import Stage

    first, second = Stage.objects.of(as_rep)[:2]
    sale = add_opportunity(customer=customer, name="Payroll", by=as_rep)
    a_while_later()
    move_stage(opportunity=sale, stage=second, by=as_rep)
    named = [{"key": one.pk, "name": one.name} for one in (first, second)]
    assert changes("customers.opportunity")[1:] == [("changed", {"stage": named})]


def test_an_objective_typed_in_many_small_steps_is_one_line(as_rep, call, changes):
    from callwright.web.plans.actions import save_objective

    kept, line = None, "The CFO agrees to a two-week pilot starting 1 December"
    for end in range(20, len(line) + 1, 5):
        kept = save_objective(call=call, text=line[:end], version=kept.version if kept else 0, by=as_rep)
    kept = save_objective(call=call, text=line, version=kept.version, by=as_rep)
    assert changes("plans.objective") == [("added", {"text": [None, line]})]
    a_while_later()
    for end in ("", ".", ".."):
        kept = save_objective(call=call, text=f"{line} in Leeds{end}", version=kept.version, by=as_rep)
    kept = save_objective(call=call, text=f"{line} in Leeds", version=kept.version, by=as_rep)
    assert changes("plans.objective")[1:] == [("changed", {"text": [line, f"{line} in Leeds"]})]


def test_what_is_typed_and_taken_back_at_once_is_no_change(as_rep, call, changes):
    from callwright.web.plans.actions import save_notes

    a_while_later()
    save_notes(call=call, notes={"to_ask": "Who deci"}, by=as_rep)
    assert len(changes("calls.call")) == 2
    save_notes(call=call, notes={"to_ask": ""}, by=as_rep)
    assert len(changes("calls.call")) == 1


def test_two_people_who_type_in_turns_are_told_apart(as_rep, call, manager, changes):
    from callwright.web.plans.actions import save_objective
    from callwright.web.trail.acting import acting

    kept = save_objective(call=call, text="The CFO names a date", by=as_rep)
    with acting(manager):
        kept = save_objective(call=call, text="The CFO names a day", version=kept.version, by=manager)
    save_objective(call=call, text="The CFO names the day", version=kept.version, by=as_rep)
    assert by_whom("plans.objective") == [as_rep.pk, manager.pk, as_rep.pk]


def test_verdicts_and_freezes_are_the_products_own_and_leave_no_line(as_rep, call, changes):
    from callwright.web.calls.actions import change_call
    from callwright.web.plans.actions import freeze, save_objective

    save_objective(call=call, text="The CFO agrees to a two-week pilot starting 1 December", by=as_rep)
    before = changes("plans.objective"), changes("calls.call")
    change_call(call=call, minutes=call.minutes, by=as_rep)
    freeze(call=call)
    assert (changes("plans.objective"), changes("calls.call")) == before


def test_a_debrief_is_recorded_once_it_is_saved_and_not_while_it_is_a_draft(as_rep, call, changes):
    from callwright.web.debriefs.actions import keep_draft, open_debrief, record_debrief
    from callwright.web.debriefs.said import Said

    debrief = open_debrief(call=call, by=as_rep)
    keep_draft(debrief=debrief, fields={"learned": "half a wo"}, by=as_rep)
    assert changes("debriefs.debrief") == []
    said = Said(result="advance", learned={"money": "They have it"}, minutes_taken=25)
    record_debrief(call=call, said=said, by=as_rep)
    assert changes("debriefs.debrief") == [
        ("added", {"result": [None, "advance"], "learned": [None, {"money": "They have it"}],
                   "minutes_taken": [None, 25]}),
    ]  # fmt: skip


def test_a_promise_is_settled(as_rep, customer, changes):
    from callwright.web.debriefs.actions import settle
    from callwright.web.debriefs.models import Commitment

    promise = Commitment.objects.create(organization=customer.organization, customer=customer, text="mail it")
    a_while_later()
    settle(commitment=promise, state="kept", on=timezone.localdate(), by=as_rep)
    assert changes("debriefs.commitment")[1:] == [("changed", {"state": ["open", "kept"]})]


def test_a_disagreement_and_that_it_was_taken_back(as_rep, call, changes):
    from callwright.web.plans.actions import set_aside, take_back

    objective = cast.an_objective(call)
    kept = set_aside(objective=objective, code="M03", reason="It is measured elsewhere", by=as_rep)
    a_while_later()
    take_back(member=as_rep, key=kept.pk)
    (_, added), changed = changes("plans.setaside")
    assert added["reason"] == [None, "It is measured elsewhere"]
    assert changed == ("changed", {"taken_back": [False, True]})


def test_a_customer_goes_with_all_that_hangs_on_it_in_one_line(as_rep, customer, call, changes):
    from callwright.web.customers.actions import remove
    from callwright.web.trail.models import Change

    cast.a_contact(customer)
    cast.an_objective(call)
    before = Change.objects.count()
    remove(row=customer, by=as_rep)
    assert Change.objects.count() == before + 1
    action, fields = changes("customers.customer")[-1]
    assert action == "removed"
    assert fields["name"] == ["Northfield Foods", None]
    assert fields["went"] == {"calls.call": 1, "plans.objective": 1, "customers.contact": 1}


def test_two_customers_become_one_and_the_trail_of_both_is_that_of_the_one(as_rep, customer, changes):
    from callwright.web.customers.actions import merge, undo_merge
    from callwright.web.trail.models import Change

    twin = cast.a_customer(as_rep, "Northfield Ltd")
    contact = cast.a_contact(twin)
    done = merge(kept=customer, other=twin, by=as_rep)
    assert changes("customers.merge") == [("added", {"other": [None, {"key": twin.pk, "name": "Northfield Ltd"}]})]
    moved = Change.objects.filter(table="customers.contact", key=contact.pk)
    assert {one.customer_id for one in moved} == {customer.pk}
    undo_merge(merge=done, by=as_rep)
    assert {one.customer_id for one in moved.all()} == {twin.pk}


def test_what_is_changed_in_bulk_is_not_missed(as_rep, customer, other, changes):
    from callwright.web.calls.models import Call

    for _ in range(3):
        cast.a_call(as_rep, customer)
    a_while_later()
    Call.objects.of(as_rep).update(member=other)
    handed_over = {"member": [{"key": as_rep.pk}, {"key": other.pk}]}
    assert changes("calls.call")[3:] == [("changed", handed_over)] * 3


def test_what_is_made_in_bulk_is_not_missed(as_rep, customer, other, changes):
    from callwright.web.customers.models import Share

    Share.objects.bulk_create([Share(organization=as_rep.organization, customer=customer, member=other, by=as_rep)])
    assert changes("customers.share") == [("added", {"member": [None, {"key": other.pk}]})]


def test_roles_teams_and_those_who_left(admin, rep, teams, changes):
    from callwright.web.trail.acting import acting

    a_while_later()
    with acting(admin):
        rep.role = "manager"
        rep.save()
        teams["East"].members.add(rep)
        a_while_later()
        rep.active = False
        rep.save()
    east = {"key": teams["East"].pk, "name": "East"}
    assert changes("accounts.member")[-2:] == [
        ("changed", {"role": ["rep", "manager"], "teams": [[], [east]]}),
        ("changed", {"active": [True, False]}),
    ]


def test_an_invitation_and_that_it_was_withdrawn(admin, changes):
    from callwright.web.accounts.models import Invitation

    soon = timezone.now() + dt.timedelta(days=3)
    made = Invitation.objects.create(
        organization=admin.organization, email="new@example.com", digest="d" * 64, by=admin, expires_at=soon
    )
    a_while_later()
    made.withdrawn_at = timezone.now()
    made.save()
    assert changes("accounts.invitation") == [
        ("added", {"email": [None, "new@example.com"]}),
        ("changed", {"withdrawn_at": [None, made.withdrawn_at.astimezone(dt.UTC).isoformat()]}),
    ]


def test_work_in_the_background_is_nobodys(rep):
    from callwright.web.calls.series import extend, plan_series
    from callwright.web.trail.acting import acting

    now = timezone.now()
    with acting(rep):
        first = plan_series(customer=cast.a_customer(rep), starts=now, every="week", by=rep)
    assert set(by_whom("calls.call")) == {rep.pk}
    extend(series=first.series, now=now + dt.timedelta(days=7))
    assert by_whom("calls.call")[-1] is None


def test_the_one_who_pressed_the_button_stands_in_the_trail(signed_in, rep, other):
    customer = cast.a_customer(rep)
    a_while_later()
    signed_in(rep).post(f"/customers/{customer.pk}/change/", {"name": "Northfield", "about": ""})
    assert by_whom("customers.customer") == [None, rep.pk]


def test_what_fails_leaves_neither_row_nor_line(as_rep, customer):
    from django.db import transaction

    from callwright.web.trail.models import Change

    before = Change.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        cast.a_contact(customer)
        raise RuntimeError
    assert Change.objects.count() == before


def test_examples_are_nobodys_work(me):
    from callwright.web.examples.actions import load_examples, remove_examples
    from callwright.web.trail.models import Change

    before = Change.objects.count()
    load_examples(by=me)
    assert Change.objects.count() == before
    remove_examples(by=me)
    assert Change.objects.count() == before
