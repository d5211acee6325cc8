"""Several of one's own on one call: it stands in the days of each, and each may change it without dropping out."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer


@pytest.fixture
def team(me):
    """Two colleagues, Kim and Lee, in an organization that is no longer one person's."""
    from callwright.web.accounts.models import Member, Person

    me.organization.personal = False
    me.organization.save()
    people = [Person.objects.create(username=name.lower(), first_name=name) for name in ("Kim", "Lee")]
    return [Member.objects.create(organization=me.organization, person=one) for one in people]


def form_of(member, call, **changed):
    """The form of a call as it is, sent again by a member with something changed."""
    from callwright.web.calls.filled import as_it_is
    from callwright.web.calls.forms import CallForm

    fields = {name: value for name, value in as_it_is(call).items() if value is not None}
    form = CallForm(member, {**fields, **changed}, call=call)
    assert form.is_valid(), form.errors
    return form


def save(member, call, **changed):
    from callwright.web.calls.planning import change_in_calendar

    return change_in_calendar(call=call, form=form_of(member, call, **changed), following=False, by=member)


def test_whoever_works_alone_is_asked_for_no_colleague(me):
    from callwright.web.calls.choices import colleagues

    assert colleagues(me) == []


def test_colleagues_are_offered_and_those_who_left_are_not(me, team, stranger):
    from callwright.web.calls.choices import colleagues

    kim, lee = team
    assert colleagues(me) == [kim, lee]
    lee.active = False
    lee.save()
    assert colleagues(me) == [kim]


def test_one_who_left_stays_with_a_call_that_they_join(me, team):
    kim, lee = team
    call = a_call(me)
    call.joined.set(team)
    lee.active = False
    lee.save()
    save(me, call, minutes=45)
    assert set(call.joined.all()) == {kim, lee}


def test_one_who_joins_may_change_the_call_and_still_joins(me, team):
    kim, lee = team
    call = a_call(me)
    call.joined.set([kim])
    form = form_of(kim, call)
    assert form.offers.colleagues == [kim, lee]
    save(kim, call, minutes=45, joined=[kim.pk, lee.pk])
    call.refresh_from_db()
    assert (call.member, call.minutes, set(call.joined.all())) == (me, 45, {kim, lee})


def test_nobody_joins_their_own_call(me, team):
    from callwright.web.calls.actions import plan_call

    call = plan_call(customer=a_customer(me), starts=timezone.now(), joined=[me, team[0]], by=me)
    assert list(call.joined.all()) == [team[0]]


def test_somebody_of_another_organization_cannot_come_along(me, stranger):
    from callwright.web.calls.actions import CallRefused, plan_call

    with pytest.raises(CallRefused, match="not here"):
        plan_call(customer=a_customer(me), starts=timezone.now(), joined=[stranger], by=me)


def test_a_series_takes_its_colleagues_along(me, team):
    from callwright.web.calls.series import plan_series

    start = timezone.now() + dt.timedelta(days=1)
    first = plan_series(customer=a_customer(me), starts=start, every="week", joined=team, by=me)
    assert all(set(call.joined.all()) == set(team) for call in first.series.calls.all())


def test_today_says_who_comes_along_and_whose_call_it_is(me, team):
    from callwright.web.agenda.queries import today_in, week_with

    call = a_call(me, starts=timezone.now())
    call.joined.set(team)
    a_call(me, starts=timezone.now() + dt.timedelta(seconds=1))
    day = timezone.localdate()
    seen = {member: [line.company for line in today_in(week_with(member, day, day)).lines] for member in (me, team[0])}
    assert seen == {me: ["with Kim and Lee", ""], team[0]: ["me’s call"]}


def test_a_day_with_colleagues_costs_as_many_queries_as_before_however_many_calls_there_are(me, team):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from callwright.web.agenda.queries import week_with

    counts, day = [], timezone.localdate()
    for some in (1, 10):
        for number in range(some):
            call = a_call(me, a_customer(me, f"Firm {some} {number}"), starts=timezone.now())
            call.contacts.add(a_contact(call.customer))
            call.joined.set(team)
        with CaptureQueriesContext(connection) as asked:
            week_with(me, day, day)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_a_book_with_nothing_but_a_colleagues_call_is_not_empty(me, team):
    from callwright.web.agenda.queries import has_calls

    assert not has_calls(team[0])
    a_call(me).joined.add(team[0])
    assert has_calls(team[0])
