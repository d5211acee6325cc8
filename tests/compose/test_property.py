"""Whatever is answered, nothing comes into a line that nobody gave; the same answers again change nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from callwright import Assessment, Call
from callwright.compose import improve, invented, sources_of
from callwright.smart import CRITERIA, Criterion
from callwright.smart.model import Engine
from callwright.smart.reading import read
from callwright.smart.rules import findings

SPOKEN = """
discuss present understand get Dana Northfield the CFO pricing needs pilot 30% £40k Friday 14 order rollout XK-200 and
with their show check in , . agree sign at least two who decides by June
"""
WORDS = st.sampled_from(SPOKEN.split())
LINES = (
    st.lists(WORDS, min_size=2, max_size=14).map(" ".join).filter(lambda line: any(letter.isalpha() for letter in line))
)
ANSWERS = st.one_of(
    LINES,
    st.sampled_from(
        ["agree to a start date", "who signs", "at least one need", "she signs the lease", "ask for the order"]
    ),
)
CALLS = st.builds(
    Call,
    stage=st.sampled_from([None, "introduction", "needs", "evaluation", "concerns", "decision", "customer"]),
    minutes=st.sampled_from([None, 3, 10, 30, 60]),
    first_meeting=st.sampled_from([None, True, False]),
    attendees=st.sampled_from([(), ("CFO",), ("receptionist",), ("Dana (IT lead)", "two nurses")]),
    product=st.sampled_from([None, "payroll software", "wound dressings"]),
)


def by_rules(text: str, call: Call) -> Assessment:
    """A quick judge for many lines: what the lexical rules find, without the learned part."""
    found = findings(read(text), call)

    def criterion(name):
        mine = tuple(one for one in found if one.criterion == name)
        met = all(one.favours for one in mine)
        return Criterion(name, met, 0.9, False, "rules", explain=lambda _: mine)

    return Assessment(text, {name: criterion(name) for name in CRITERIA}, (), False, 1, 5, Engine("rules", "0"))


@settings(max_examples=60)
@given(LINES, CALLS, st.lists(ANSWERS, min_size=5, max_size=5))
def test_nothing_is_made_up_whatever_is_answered(line, call, answers):
    found = improve(line, call, judge=by_rules)
    given_ = dict(zip(CRITERIA, answers, strict=True))
    improved = found.apply(given_)
    assert invented(improved.text, sources_of(line, call, given_.values())) == ()


@settings(max_examples=60)
@given(LINES, CALLS, st.integers(0, 2))
def test_the_choices_applied_twice_are_the_choices_applied_once(line, call, place):
    found = improve(line, call, judge=by_rules)
    answers = {one.criterion: one.choices[min(place, len(one.choices) - 1)] for one in found.questions}
    once = found.apply(answers).text
    assert improve(once, call, judge=by_rules).apply(answers).text == once
