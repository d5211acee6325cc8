"""Half a year of one invented rep: believable, judged by the engine itself, and gone with one click."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_objective
from tests.web.pages import plain


@pytest.fixture
def examples(me):
    from callwright.web.examples.actions import load_examples

    load_examples(by=me)
    return me


def rows():
    """How many rows each table of the product holds."""
    from django.apps import apps

    from callwright.web.accounts.models import Owned

    return {model: model.objects.count() for model in apps.get_models() if issubclass(model, Owned)}


def test_half_a_year_of_calls_up_to_today_and_beyond(examples):
    from callwright.web.calls.models import Call

    starts = [timezone.localdate(one.starts) for one in Call.objects.of(examples)]
    today = timezone.localdate()
    assert len(starts) >= 50
    assert 165 <= (today - min(starts)).days <= 185
    assert starts.count(today) >= 3
    assert max(starts) > today


def test_each_verdict_is_what_the_engine_says_of_the_line_on_that_call(examples):
    from callwright.smart import Call, assess
    from callwright.web.plans.judging import letters
    from callwright.web.plans.models import Objective

    some = list(Objective.objects.of(examples).order_by("pk"))[::9]
    assert len(some) >= 5
    for one in some:
        context = one.assessment["context"]
        known = {**context, "attendees": tuple(context["attendees"]), "today": dt.date.fromisoformat(context["today"])}
        assert one.letters == letters(assess(one.text, Call(**known))), one.text


def test_calls_were_cancelled_and_made_unplanned_as_well(examples):
    from callwright.web.calls.models import Call

    assert Call.objects.of(examples).filter(state="cancelled").exists()
    assert Call.objects.of(examples).filter(unplanned=True, objectives__stated_afterwards=True).exists()


def test_each_call_ended_in_what_its_answers_amount_to(examples):
    from callwright.web.calls.models import Call
    from callwright.web.debriefs.page import Page
    from callwright.web.debriefs.queries import call_to_debrief

    told = Call.objects.of(examples).filter(debrief__isnull=False)
    assert told.count() >= 35
    for call in told:
        page = Page(call_to_debrief(examples, call.pk), examples)
        assert page.why().result == page.debrief.result == page.debrief.proposed, call


def test_what_was_learned_stands_at_the_top_of_the_next_plan(examples):
    from callwright.web.calls.models import Call
    from callwright.web.debriefs.queries import last_time

    ahead = Call.objects.of(examples).get(customer__name="Northfield Foods", frozen_at=None)
    assert last_time(ahead, examples).learned == ["Nothing may change in the three weeks before stocktaking."]


def test_another_need_that_was_noted_is_one_tap_from_an_opportunity(client, examples):
    from callwright.web.customers.models import Customer
    from callwright.web.debriefs.models import Consequence

    customer = Customer.objects.of(examples).get(name="Northfield Foods")
    offer = Consequence.objects.of(examples).get(kind="opportunity", debrief__call__customer=customer)
    client.post(f"/calls/{offer.debrief.call_id}/debrief/follows/{offer.pk}/", {"answer": "accept"})
    assert customer.openings.get().opportunity.name.startswith("The cold store next door")


def test_good_lines_and_weak_ones_promises_kept_and_broken_sales_won_and_lost(examples):
    from callwright.web.customers.models import Opportunity
    from callwright.web.debriefs.models import Commitment, Debrief
    from callwright.web.plans.models import Objective

    def values(model, field):
        return set(model.objects.of(examples).order_by().values_list(field, flat=True))

    assert values(Objective, "smart") == {True, False}
    assert values(Objective, "outcome") >= {"accomplished", "fallback", "partly", "not"}
    assert values(Commitment, "state") == {"open", "kept", "late", "not_kept"}
    assert values(Debrief, "result") == {"order", "advance", "continuation", "no_sale"}
    assert values(Opportunity, "state") == {"open", "won", "lost"}


def test_what_is_past_was_frozen_when_it_began_and_what_is_to_come_is_not(examples):
    from callwright.web.calls.models import Call

    now = timezone.now()
    for call in Call.objects.of(examples).prefetch_related("objectives__frozen"):
        begun = call.starts <= now and call.state == "planned"
        assert (call.frozen_at == call.starts) if begun else call.frozen_at is None
        for one in call.objectives.all():
            assert one.stated_afterwards == call.unplanned
            assert (one.written_at < call.starts) == (not call.unplanned)
            assert hasattr(one, "frozen") == (begun and not call.unplanned)


def test_they_are_the_same_on_every_day_but_for_the_dates():
    from callwright.web.examples.days import with_dates, working_day

    friday = dt.date(2031, 3, 7)
    assert working_day(friday, 1) == dt.date(2031, 3, 10)
    assert working_day(friday, -5) == dt.date(2031, 2, 28)
    assert working_day(dt.date(2031, 3, 8), 0) == dt.date(2031, 3, 8), "today is today, a Saturday too"
    assert with_dates("starting {+8}, by {+1:day}", friday) == "starting 19 March, by Monday"


def test_late_on_a_saturday_the_calls_of_the_day_wait_to_be_debriefed(me):
    from callwright.web.calls.models import Call
    from callwright.web.debriefs.queries import to_debrief
    from callwright.web.examples.telling import tell

    night = dt.datetime(2031, 3, 8, 22, tzinfo=timezone.get_current_timezone())
    tell(by=me, now=night)
    assert [timezone.localdate(one.starts) for one in to_debrief(me, night)[:3]] == [night.date()] * 3
    assert not Call.objects.of(me).filter(starts__lte=night, state="planned", frozen_at=None).exists()


def test_one_click_removes_them_all(client, me):
    before = rows()
    client.post("/welcome/start/", {"with": "examples"})
    assert "You are looking around" in plain(client.get("/").content.decode())
    page = plain(client.post("/welcome/remove-examples/", follow=True).content.decode())
    assert "The examples are gone." in page
    assert "You are looking around" not in page
    assert rows() == before


def test_a_second_answer_brings_nothing_more(client, me):
    from callwright.web.calls.models import Call

    client.post("/welcome/start/", {"with": "nothing"})
    client.post("/welcome/start/", {"with": "examples"})
    assert not Call.objects.of(me).exists()


def remove(me):
    from callwright.web.examples.actions import remove_examples

    return remove_examples(by=me)


def test_what_the_rep_added_of_its_own_stays(examples):
    from callwright.web.calls.models import Call
    from callwright.web.customers.models import Customer

    own = a_customer(examples, "My own customer")
    call = a_call(examples, own, contacts=[a_contact(own)])
    assert remove(examples) == []
    assert list(Customer.objects.of(examples)) == [own]
    assert list(Call.objects.of(examples)) == [call]


def test_an_own_call_on_an_example_keeps_that_customer_and_whom_it_names_and_no_other(examples):
    from callwright.web.calls.models import Call
    from callwright.web.customers.models import Contact, Customer, Opportunity

    customer = Customer.objects.of(examples).get(name="Northfield Foods")
    cfo = customer.contacts.get(title="CFO")
    call = a_call(examples, customer, contacts=[cfo], opportunity=customer.opportunities.get())
    remove(examples)
    assert list(Customer.objects.of(examples)) == [customer]
    assert list(Call.objects.of(examples)) == [call]
    assert list(Contact.objects.of(examples)) == [cfo]
    assert Opportunity.objects.of(examples).count() == 1


def test_an_example_call_on_which_the_rep_worked_stays_whole(examples):
    from callwright.web.calls.models import Call
    from callwright.web.debriefs.models import Debrief

    held = Call.objects.of(examples).filter(debriefed_at=None, frozen_at__isnull=False).first()
    lines = [one.text for one in held.objectives.all()]
    people = list(held.contacts.all())
    Debrief.objects.create(
        organization=examples.organization, call=held, opened_at=timezone.now(), draft={"money": "None left"}
    )
    assert remove(examples) == [str(held.customer)]
    assert list(Call.objects.of(examples)) == [held]
    assert [one.text for one in held.objectives.all()] == lines
    assert all(hasattr(one, "frozen") for one in held.objectives.all())
    assert list(held.contacts.all()) == people


def test_an_objective_that_the_rep_changed_or_added_stays(examples):
    from callwright.web.calls.models import Call
    from callwright.web.plans.actions import save_objective
    from callwright.web.plans.models import Objective

    ahead = Call.objects.of(examples).filter(frozen_at=None, state="planned", objectives__isnull=False).first()
    without = Call.objects.of(examples).filter(frozen_at=None, objectives=None).first()
    objective = ahead.objectives.get()
    save_objective(call=ahead, position=1, text="They sign today", version=objective.version, by=examples)
    an_objective(without, "The manager names one night")
    remove(examples)
    assert set(Objective.objects.of(examples).values_list("text", flat=True)) == {
        "They sign today",
        "The manager names one night",
    }


def test_of_others_nothing_is_touched(examples, stranger):
    theirs = a_call(stranger)
    remove(examples)
    theirs.refresh_from_db()


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_hours_are_those_of_the_clock_on_the_wall(me, zone):
    from callwright.web.calls.models import Call
    from callwright.web.examples.actions import load_examples

    with timezone.override(ZoneInfo(zone)):
        load_examples(by=me)
        hours = {timezone.localtime(one.starts).hour for one in Call.objects.of(me)}
    assert min(hours) >= 7
    assert max(hours) <= 17


def test_a_look_or_a_clock_or_a_download_makes_no_example_the_reps_own(client, me):
    from callwright.web.calls.models import Call
    from callwright.web.debriefs.models import Debrief
    from callwright.web.plans.actions import freeze_due
    from callwright.web.plans.models import Frozen

    before = rows()
    client.post("/welcome/start/", {"with": "examples"})
    to_tell = Call.objects.of(me).filter(debriefed_at=None, frozen_at__isnull=False).first()
    ahead = Call.objects.of(me).filter(frozen_at=None, state="planned", objectives__isnull=False).first()
    assert client.get(f"/calls/{ahead.pk}/brief.ics").status_code == 200
    client.get(f"/calls/{to_tell.pk}/debrief/")
    freeze_due(now=ahead.starts)
    assert Debrief.objects.filter(call=to_tell).exists()
    assert Frozen.objects.filter(objective__call=ahead).exists()
    page = plain(client.post("/welcome/remove-examples/", follow=True).content.decode())
    assert "The examples are gone." in page
    assert rows() == before


def test_what_is_kept_is_named_and_is_the_reps_from_then_on(client, examples):
    from callwright.web.customers.models import Customer

    a_call(examples, Customer.objects.of(examples).get(name="Northfield Foods"))
    page = plain(client.post("/welcome/remove-examples/", follow=True).content.decode())
    assert "Kept, since you worked on it: Northfield Foods. All other examples are gone." in page
    assert "You are looking around" not in page
    assert [one.name for one in Customer.objects.of(examples)] == ["Northfield Foods"]
