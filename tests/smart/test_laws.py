"""What must not sway a verdict does not, and what a call adds moves it one way only."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from callwright import Assessment, Call, assess, assess_many
from callwright.smart import CRITERIA, STAGES, judge
from callwright.smart.estimate import OUTPUTS, Estimate

CORPUS = Path(__file__).parents[2] / "corpus"
ITEMS = [json.loads(row) for row in (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()][::2]
ITEMS += [json.loads(row) for row in (CORPUS / "train" / "09.jsonl").read_text(encoding="utf-8").splitlines()][::4]
WITHOUT_EXPLAINING = (Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink)
"""Explaining traces every line that runs, weights being read included."""
NAMES = iter(
    ["Oluwaseun", "Birgitta", "Takumi", "Marisol", "Desmond", "Anneke", "Rashid", "Colleen", "Piotr", "Yasmin"] * 100
)
NAMED = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr)\.? [A-Z][a-z]+|(?<=[a-z] )[A-Z][a-z]{3,}(?= (?:to|has|says|agrees|signs|will|names)\b))"
)


def call_of(item: dict[str, object]) -> Call:
    """The call of an item of the corpus."""
    context = item["context"]
    assert isinstance(context, dict)
    return Call(
        **{key: value for key, value in context.items() if key != "attendees"},
        attendees=tuple(context.get("attendees") or ()),
    )


def verdicts(change: Callable[[str], str] = str) -> list[bool]:
    """All five verdicts of every item, in a row, after a change of the text."""
    found = []
    for one in assess_many([(change(str(item["text"])), call_of(item)) for item in ITEMS]):
        assert isinstance(one, Assessment)
        found += list(one.met.values())
    return found


@pytest.fixture(scope="module")
def as_written() -> list[bool]:
    return verdicts()


CHANGES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "small letters": str.lower,
    "no full stop": lambda text: text.rstrip("."),
    "a full stop": lambda text: text if text.endswith((".", "?", "!")) else text + ".",
    "curly quotes": lambda text: text.replace("'", "\u2019"),
    "straight quotes": lambda text: text.replace("\u2019", "'").replace("\u201c", '"').replace("\u201d", '"'),
    "a bullet": lambda text: "\u2022 " + text,
    "a number": lambda text: "1. " + text,
    "extra spaces": lambda text: "  " + text.replace(" ", "  ") + " ",
    "a stem": lambda text: "By the end of this call, I will have accomplished: " + text,
    "the third stem": lambda text: "This call will have been highly successful if I accomplish: " + text,
    "other names": lambda text: NAMED.sub(lambda _: next(NAMES), text),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_makes_no_difference_changes_fewer_than_two_verdicts_in_a_hundred(
    name: str, as_written: list[bool]
) -> None:
    changed = verdicts(CHANGES[name])
    moved = sum(before != after for before, after in zip(as_written, changed, strict=True))
    assert moved / len(as_written) < 0.02


probabilities = st.lists(st.floats(0, 1), min_size=OUTPUTS, max_size=OUTPUTS).map(Estimate.of)
standings = st.lists(
    st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1)).map(lambda t: tuple(sorted(t, reverse=True))),
    max_size=4,
)


@given(probabilities, st.integers(1, 1440), st.integers(1, 1440))
def test_fewer_minutes_never_make_a_line_time_bound(estimate: Estimate, one: int, other: int) -> None:
    few, many = sorted((one, other))
    causes = [judge.causes(estimate, Call(minutes=minutes), [])["time_bound"] for minutes in (few, many)]
    assert judge.met(causes[0]) <= judge.met(causes[1]) + 1e-12


@given(probabilities, st.sampled_from(STAGES[:5]), st.sampled_from(STAGES[:5]), st.sampled_from([True, False, None]))
def test_a_later_stage_never_makes_a_purchase_less_realistic(
    estimate: Estimate, one: str, other: str, first: bool | None
) -> None:
    early, late = sorted((one, other), key=STAGES.index)
    found = [judge.causes(estimate, Call(stage=stage, first_meeting=first), [])["realistic"] for stage in (early, late)]
    assert judge.met(found[0]) <= judge.met(found[1]) + 1e-12


@given(probabilities, standings.filter(bool), standings)
def test_more_authority_in_the_room_never_makes_it_less_realistic(
    estimate: Estimate, present: list[tuple[float, ...]], joining: list[tuple[float, ...]]
) -> None:
    found = [judge.causes(estimate, Call(), people)["realistic"] for people in (present, [*present, *joining])]
    assert judge.met(found[0]) <= judge.met(found[1]) + 1e-9


@settings(max_examples=15, deadline=None, phases=WITHOUT_EXPLAINING)
@given(st.sampled_from(ITEMS), st.integers(1, 180), st.integers(1, 180))
def test_minutes_in_the_whole_engine(item: dict[str, object], one: int, other: int) -> None:
    few, many = sorted((one, other))
    text = str(item["text"])
    assert assess(text, Call(minutes=few)).met["time_bound"] <= assess(text, Call(minutes=many)).met["time_bound"]


@settings(max_examples=15, deadline=None, phases=WITHOUT_EXPLAINING)
@given(st.sampled_from(ITEMS))
def test_same_text_same_call_same_answer_alone_or_among_others(item: dict[str, object]) -> None:
    text, call = str(item["text"]), call_of(item)
    alone = assess(text, call)
    [_, among, _] = assess_many([("Get the order", Call()), (text, call), ("Find out who signs and when", Call())])
    assert isinstance(among, Assessment)
    assert alone.met == among.met
    assert alone.categories == among.categories
    for name in CRITERIA:
        assert abs(alone.criteria[name].confidence - among.criteria[name].confidence) <= 0.002
