"""Suggestions fit the call: its stage, its minutes, who is there, and what came of the last one."""

import time

import pytest

from callwright import Call
from callwright.compose import default, suggest
from callwright.compose.people import standing

from .calls import every_call

CATALOGUE = default()


def entries_of(suggestion):
    return [CATALOGUE.entry(name) for name in suggestion.id.split("+")]


@pytest.fixture(scope="module")
def lists():
    return [(call, suggest(call)) for call in every_call()]


def test_every_call_gets_three_suggestions_or_more(lists):
    assert not [call for call, found in lists if len(found) < 3]


def test_no_two_suggestions_of_a_list_share_a_sentence_pattern_or_an_act(lists):
    for call, found in lists:
        assert len({one.frame for one in found}) == len(found), call
        named = [name for one in found for name in one.id.split("+")]
        assert len(set(named)) == len(named), call


def test_each_fits_the_stage_the_minutes_the_people_and_a_first_meeting(lists):
    for call, found in lists:
        top = max((standing(who) for who in call.attendees), default=3)
        for one in found:
            assert one.minutes <= call.minutes
            for entry in entries_of(one):
                assert call.stage in entry.stages
                assert entry.least <= top < entry.below or not call.attendees
                assert not (entry.purchase and call.first_meeting)


def test_a_lone_fact_stands_beside_an_act_where_the_call_is_long(lists):
    for call, found in lists:
        for one in found:
            small = [entry for entry in entries_of(one) if entry.small]
            assert call.minutes < 30 or not small or any(entry.do for entry in entries_of(one)), (call, one.text)


def test_with_the_length_unknown_a_lone_fact_stands_beside_an_act_too():
    for one in suggest(Call(stage="needs")):
        assert len(entries_of(one)) == 2 or not entries_of(one)[0].small


def test_the_same_call_gives_the_same_list():
    call = Call(stage="needs", minutes=30, attendees=("CFO",), product="payroll software")
    assert suggest(call) == suggest(call)


def test_it_takes_less_than_twenty_milliseconds():
    call = Call(stage="evaluation", minutes=30, attendees=("CFO", "IT lead"))
    suggest(call)
    times = []
    for _ in range(15):
        begin = time.perf_counter()
        suggest(call)
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.020


def test_people_are_called_by_their_names_and_the_product_by_its_name():
    texts = [
        one.text for one in suggest(Call(stage="evaluation", attendees=("Dana (IT lead)",), product="payroll software"))
    ]
    assert any("Dana" in text for text in texts)
    assert not any("(IT lead)" in text for text in texts)
    assert any("our payroll software" in text for text in texts)


def test_several_people_are_not_spoken_of_as_one():
    for one in suggest(Call(stage="needs", minutes=20, attendees=("two nurses",))):
        assert "two nurses sets" not in one.text
        assert not one.text.startswith("Two nurses ")


def test_industry_ideas_come_only_where_the_product_belongs_there():
    ids = {name for one in suggest(Call(stage="evaluation", product="biscuits"), shown=8) for name in one.id.split("+")}
    assert "shelf-test" in ids
    assert "test-account" not in ids


def test_after_a_call_without_a_step_the_dearest_steps_come_first():
    before = suggest(Call(stage="needs", minutes=20))
    after = suggest(Call(stage="needs", minutes=20, last={"result": "continuation"}))
    energy = [sum(entry.energy for entry in entries_of(one)) for one in (before[0], after[0])]
    assert energy[1] >= energy[0]
    assert any("ended without a step" in one.why for one in after)


def test_after_a_no_it_is_learning_that_is_suggested():
    assert suggest(Call(stage="evaluation", minutes=20, last={"result": "no_sale"}))[0].category in (
        "understand",
        "uncover",
    )


def test_what_was_accomplished_is_not_suggested_again():
    call = Call(stage="evaluation", minutes=20, attendees=("CFO",))
    best = suggest(call)[0]
    again = suggest(
        Call(stage="evaluation", minutes=20, attendees=("CFO",), last={"entry": best.id, "outcome": "accomplished"})
    )
    assert best.id not in [one.id for one in again]
    told = suggest(
        Call(
            stage="evaluation", minutes=20, attendees=("CFO",), last={"objective": best.text, "outcome": "accomplished"}
        )
    )
    assert best.id not in [one.id for one in told]


def test_what_they_promised_and_have_not_done_comes_first():
    last = {"commitments": [{"who": "IT lead", "what": "send the data sheet", "state": "late"}]}
    first, *_ = suggest(Call(stage="evaluation", minutes=30, attendees=("CFO", "IT lead"), last=last))
    assert first.text == "Have the IT lead send the data sheet, as promised, or name the day on which it comes"
    assert "Promised last time" in first.why


def test_a_promise_that_was_kept_is_not_asked_for_again():
    last = {"commitments": [{"who": "IT lead", "what": "send the data sheet", "state": "kept"}]}
    assert "promise" not in [one.id for one in suggest(Call(stage="evaluation", last=last))]
