"""What is known of a call without asking: who attends, whether one has met before, what overlaps."""

import datetime as dt

from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_opportunity

NOW = dt.datetime.now(dt.UTC)
HOUR = dt.timedelta(hours=1)


def test_people_are_told_as_the_engine_reads_them(me):
    from callwright.web.calls.queries import attendees

    customer = a_customer(me)
    people = [
        a_contact(customer),
        a_contact(customer, "Kim", title="", role="decides"),
        a_contact(customer, "Lee", title=""),
    ]
    call = a_call(me, customer, contacts=people, others="the new IT lead; a buyer, ")
    assert attendees(call) == ("Dana Reyes (CFO)", "Kim (decision maker)", "Lee", "the new IT lead", "a buyer")


def test_a_first_meeting_is_told_from_the_calls_before(me):
    from callwright.web.calls.queries import is_first_meeting

    customer = a_customer(me)
    call = a_call(me, customer)
    assert is_first_meeting(call) is None, "an old customer of ours may be new to this book"
    a_call(me, customer, starts=NOW - HOUR, state="cancelled")
    assert is_first_meeting(call) is None
    a_call(me, customer, starts=NOW - HOUR)
    assert is_first_meeting(call) is False
    call.first_meeting = True
    assert is_first_meeting(call) is True


def test_a_first_meeting_is_told_from_where_the_customer_stands(me):
    from callwright.web.calls.queries import is_first_meeting

    customer = a_customer(me)
    assert is_first_meeting(a_call(me, customer, opportunity=an_opportunity(customer, stage="introduction"))) is True
    other = a_customer(me, "Elm Works")
    assert is_first_meeting(a_call(me, other, opportunity=an_opportunity(other, stage="decision"))) is False


def test_the_call_before_is_the_latest_that_was_held(me):
    from callwright.web.calls.queries import last_held

    customer = a_customer(me)
    a_call(me, customer, starts=NOW - 5 * HOUR)
    held = a_call(me, customer, starts=NOW - 3 * HOUR)
    a_call(me, customer, starts=NOW - 2 * HOUR, state="cancelled")
    a_call(me, starts=NOW - HOUR)
    a_call(me, customer, starts=NOW + HOUR)
    assert last_held(a_call(me, customer, starts=NOW + 5 * HOUR), me) == held
    assert last_held(held, me).starts < held.starts


def test_calls_on_one_customer_that_overlap_are_noticed(me):
    from callwright.web.calls.queries import overlapping

    customer = a_customer(me)
    call = a_call(me, customer, starts=NOW, minutes=60)
    assert overlapping(customer, NOW + HOUR / 2, 30, me) == [call]
    assert overlapping(customer, NOW - HOUR / 2, 60, me) == [call]
    assert overlapping(customer, NOW + HOUR, 30, me) == []
    assert overlapping(customer, NOW - HOUR, 60, me) == []
    assert overlapping(customer, NOW, 60, me, but=call) == []
    assert overlapping(a_customer(me, "Elm Works"), NOW, 60, me) == []


def test_a_joint_call_is_in_the_days_of_both(me, stranger):
    from callwright.web.accounts.models import Member, Person
    from callwright.web.calls.queries import on_days

    colleague = Member.objects.create(organization=me.organization, person=Person.objects.create(username="colleague"))
    call = a_call(me, starts=NOW)
    a_call(me, starts=NOW + HOUR)
    call.joined.add(colleague)
    day = timezone.localdate(NOW)
    assert call in on_days(me, day, day)
    assert list(on_days(colleague, day, day)) == [call]
    assert list(on_days(stranger, day, day)) == []


def test_customers_are_found_by_what_is_typed_of_their_name(me, stranger):
    from callwright.web.calls.choices import customers_like

    a_customer(stranger, "North Sea Shipping")
    for name in ("Great Northern Rail", "Northfield Foods", "Elm Works"):
        a_customer(me, name)
    assert [one.name for one in customers_like(me, " north ")] == ["Northfield Foods", "Great Northern Rail"]


def test_with_nothing_typed_the_customers_of_late_come_first(me):
    from callwright.web.calls.choices import customers_like

    for name in ("Ash", "Beech", "Cedar"):
        a_customer(me, name)
    late = a_customer(me, "Oak")
    a_call(me, late, starts=NOW)
    assert [one.name for one in customers_like(me, "")] == ["Oak", "Ash", "Beech", "Cedar"]
