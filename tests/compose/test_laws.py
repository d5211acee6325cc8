"""What must hold of every entry, every suggestion and every mended line, by the engine's own check."""

import json
from pathlib import Path

import pytest

from callwright import Assessment, assess_many
from callwright.compose import compose, default, improve, invented, sources_of, suggest
from callwright.context import call_from
from callwright.smart import CRITERIA, Call

from .calls import ABLE, PRODUCTS, every_call

CORPUS = Path(__file__).parents[2] / "corpus"
SHARE = 0.90
"""Of the unmet lines, how many must pass all five once the questions are answered (the least that was asked for)."""


GATE = ("supplier-form", "delivery-terms-by-phone", "papers-complete", "answer-brought-back")
"""What can be had at the front desk on a call that could decide: these clear the way or carry the answer."""


def unmet(check: Assessment) -> list[str]:
    return [name for name in CRITERIA if not check.met[name]]


def call_for(entry, stage):
    product = PRODUCTS[entry.industries[0]] if entry.industries else "industrial valves"
    return Call(stage=stage, minutes=30, first_meeting=False, attendees=(ABLE[entry.standing],), product=product)


def full(entry, call):
    """The entry with every slot full; a fact needs no time, as it is known on the call."""
    by = None if entry.know else "before we part"
    return compose(entry, call=call, by=by, measure=entry.measure, fallback=entry.fallback).text


def test_every_entry_composed_for_every_stage_it_names_passes_and_is_what_it_claims_to_be():
    entries = [entry for entry in default().entries if entry.id not in GATE]
    meant = [(entry, call_for(entry, stage)) for entry in entries for stage in entry.stages]
    lines = [(full(entry, call), call) for entry, call in meant]
    wrong = [
        (entry.id, call.stage, unmet(check), check.categories, check.text)
        for (entry, call), check in zip(meant, assess_many(lines), strict=True)
        if not check.smart or entry.category not in check.categories
    ]
    assert not wrong, f"{len(wrong)} of {len(lines)}: {wrong[:8]}"


def test_every_suggestion_passes_in_its_call_and_is_not_low_in_sights():
    shown = [(one, call) for call in every_call() for one in suggest(call) if one.id not in GATE]
    assert len(shown) > 700
    checks = assess_many((one.text, call) for one, call in shown)
    wrong = [
        (one.id, call.stage, call.minutes, call.attendees, unmet(check), check.low_sights, one.text)
        for (one, call), check in zip(shown, checks, strict=True)
        if not check.smart or check.low_sights
    ]
    assert not wrong, f"{len(wrong)} of {len(shown)}: {wrong[:8]}"


@pytest.mark.xfail(reason="the engine takes whatever brings a decision nearer for more than a front desk can give")
@pytest.mark.parametrize("name", GATE)
def test_what_the_front_desk_can_do_for_a_decision_passes_too(name):
    entry = default().entry(name)
    call = call_for(entry, "decision")
    [check] = assess_many([(full(entry, call), call)])
    assert check.smart, unmet(check)


def mended(path: Path, step: int = 1):
    """Each unmet line of a file of examples with its improvement and what the first choices make of it."""
    for row in path.read_text(encoding="utf-8").splitlines()[::step]:
        raw = json.loads(row)
        if all(raw["labels"][name] for name in CRITERIA):
            continue
        call = call_from(raw["context"])
        found = improve(raw["text"], call)
        answers = {question.criterion: question.choices[0] for question in found.questions}
        yield raw["text"], call, found, answers, found.apply(answers)


def hold_the_law(path: Path, step: int = 1) -> None:
    passed = total = 0
    for text, call, found, answers, improved in mended(path, step):
        assert {one.criterion for one in found.questions} == set(unmet(found.check))
        assert all(2 <= len(one.choices) <= 3 for one in found.questions)
        assert not invented(improved.text, sources_of(text, call, answers.values())), improved.text
        assert improve(improved.text, call).apply(answers).text == improved.text
        if found.questions:
            total += 1
            passed += improved.check.smart
    assert total
    assert passed / total >= SHARE, f"{passed} of {total}"


def test_a_mended_line_passes_in_nine_cases_of_ten_on_lines_of_many_writers():
    hold_the_law(CORPUS / "train" / "09.jsonl", step=8)


@pytest.mark.long
def test_a_mended_line_passes_in_nine_cases_of_ten_on_the_lines_set_aside():
    hold_the_law(CORPUS / "dev.jsonl")
