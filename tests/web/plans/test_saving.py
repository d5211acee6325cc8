"""An objective is kept with its verdict, and never written over what somebody else wrote."""

import datetime as dt

import pytest
from django.utils import timezone

from tests.web.cast import a_call, a_contact, a_customer, an_opportunity
from tests.web.conftest import STRONG, WEAK


@pytest.fixture
def call(me):
    customer = a_customer(me)
    return a_call(me, customer, contacts=[a_contact(customer)], opportunity=an_opportunity(customer), minutes=30)


@pytest.fixture
def save(me, call):
    from callwright.web.plans.actions import save_objective

    return lambda text=STRONG, **more: save_objective(call=call, text=text, by=me, **more)


def test_it_is_stored_with_the_verdict_of_the_contract_and_the_context(save, call):
    from callwright.smart import CRITERIA

    kept = save()
    assert kept.smart
    assert kept.letters == "+++++"
    assert set(kept.assessment) == {
        "id", "text", "smart", "criteria", "categories", "low_sights", "objectives", "minutes_needed", "engine",
        "context",
    }  # fmt: skip
    assert kept.assessment["id"] == "1"
    assert set(kept.assessment["criteria"]) == set(CRITERIA)
    assert kept.assessment["context"] == {
        "stage": "evaluation",
        "minutes": 30,
        "first_meeting": False if call.first_meeting else kept.assessment["context"]["first_meeting"],
        "channel": None,
        "attendees": ["Dana Reyes (CFO)"],
        "product": None,
        "today": timezone.localdate(call.starts).isoformat(),
    }


def test_a_weak_line_is_kept_as_well(save):
    kept = save(WEAK)
    assert not kept.smart
    assert "-" in kept.letters or "?" in kept.letters


def test_a_text_without_a_verdict_is_kept_all_the_same(save):
    kept = save("Der Finanzchef stimmt einem zweiwöchigen Pilotversuch ab dem ersten Dezember schriftlich zu")
    assert kept.assessment is None
    assert kept.letters == ""


def test_each_change_has_a_new_version(save):
    first = save(WEAK)
    began = first.version
    assert save(STRONG, version=began).version == began + 1


def test_an_older_version_is_not_written_over_a_newer_one(save):
    from callwright.web.plans.actions import Conflict

    began = save(WEAK).version
    save(STRONG, version=began)
    with pytest.raises(Conflict) as told:
        save("The CFO names the date of the board meeting", version=began)
    assert told.value.mine.text == "The CFO names the date of the board meeting"
    assert told.value.theirs.text == STRONG
    assert told.value.version == began + 1


def test_the_same_words_twice_are_no_conflict(save):
    began = save(STRONG).version
    assert save(STRONG, version=0).version == began


def test_a_line_that_was_removed_elsewhere_is_asked_about(save, call, me):
    from callwright.web.plans.actions import Conflict, remove_objective

    began = save(WEAK).version
    remove_objective(call=call, position=1, version=began, by=me)
    with pytest.raises(Conflict) as told:
        save(STRONG, version=began)
    assert told.value.current is None
    assert save(STRONG, version=told.value.version).text == STRONG


def test_a_third_objective_meets_a_word_about_two(save):
    from callwright.web.plans.actions import PlanRefused

    with pytest.raises(PlanRefused, match="Choose which two"):
        save(position=3)


@pytest.mark.parametrize("wrong", [{"text": "  "}, {"text": "x" * 10_001}, {"measure": "y" * 10_001}])
def test_no_text_and_far_too_much_are_refused_in_words(save, wrong):
    from callwright.web.plans.actions import PlanRefused

    with pytest.raises(PlanRefused):
        save(**wrong)


def test_the_verdict_follows_when_the_call_changes(save, call, me):
    from callwright.web.calls.actions import change_call

    save("Agree on the scope, the price, the legal terms and the start of the pilot, and demonstrate the software")
    before = call.objectives.get().assessment
    change_call(call=call, minutes=5, by=me)
    after = call.objectives.get().assessment
    assert (before["context"]["minutes"], after["context"]["minutes"]) == (30, 5)


def test_words_that_change_while_the_verdict_is_renewed_stay(save, call):
    from callwright.web.plans.actions.saving import judge_again

    old = save(WEAK)
    save(STRONG, version=old.version)
    call.objectives.update(assessment=None, letters="-----")
    old.assessment = None
    judge_again(call=call, objectives=[old])
    kept = call.objectives.get()
    assert (kept.text, kept.letters) == (STRONG, "-----")


def test_saving_leaves_what_the_debrief_wrote_alone(save, call):
    began = save(STRONG)
    call.objectives.update(outcome="accomplished", evidence="she mailed IT")
    save(f"{STRONG}, in writing", version=began.version)
    kept = call.objectives.get()
    assert (kept.outcome, kept.evidence) == ("accomplished", "she mailed IT")


def test_a_call_deleted_meanwhile_is_named(save, call):
    from callwright.web.calls.models import Call
    from callwright.web.plans.actions import PlanRefused

    Call.objects.filter(pk=call.pk).delete()
    with pytest.raises(PlanRefused, match="no longer there"):
        save()


def test_notes_of_two_tabs_are_joined_line_by_line():
    from callwright.web.plans.actions.noting import merged

    assert merged("price", "price\nlicence", "price\ntraining") == "price\ntraining\nlicence"
    assert merged("price\nold", "price", "price\nold\nnew") == "price\nnew"
    assert merged("price", "", "price") == ""


def test_dates_are_read_against_the_day_of_the_call(me):
    from callwright.web.plans.queries import situation

    starts = timezone.make_aware(dt.datetime(2026, 12, 3, 14))
    assert situation(a_call(me, starts=starts)).today == dt.date(2026, 12, 3)
