"""What a rep answers is worked in, or said to be left out and why; each question offers answers of its own."""

import pytest

from callwright import Call
from callwright.compose import improve
from callwright.compose.improve.choices import SERVICE
from callwright.compose.improve.refusing import BARE, MENDS_NOTHING, NO_SENSE, OPEN, TOO_MANY, WORDLESS, declined
from callwright.smart import CRITERIA

LINE = "Discuss pricing with the CFO"
CALL = Call(stage="evaluation", minutes=30, attendees=("CFO",), product="payroll software")


@pytest.fixture(scope="module")
def discuss():
    return improve(LINE, CALL)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("?", WORDLESS),
        ("...", WORDLESS),
        ("1234", WORDLESS),
        ("I don't know", OPEN),
        ("I don’t know.", OPEN),
        ("n/a", OPEN),
        ("TBD", OPEN),
        ("not sure", OPEN),
        ("yes", OPEN),
        ("blah", BARE),
        ("blah blah", BARE),
        ("asdf", BARE),
        ("pricing", BARE),
        ("asdf jkl qwer", NO_SENSE),
    ],
)
def test_an_answer_that_says_nothing_is_declined_with_the_reason_and_the_question_stays(discuss, answer, reason):
    improved = discuss.apply({"action_oriented": answer})
    assert improved.text == LINE
    assert improved.check == discuss.check
    assert [(one.criterion, one.answer, one.reason) for one in improved.unused] == [("action_oriented", answer, reason)]


@pytest.mark.parametrize(
    "answer", ["she signs", "a signed NDA", "who signs", "the escalator clause", "Dana agrees", "two extra crates"]
)
def test_an_answer_in_a_few_plain_words_is_not_declined(answer):
    assert declined(answer) is None


def test_an_answer_that_would_mend_nothing_is_left_out_and_the_line_stays():
    found = improve("Understand their needs", Call(stage="needs", minutes=20))
    improved = found.apply({"measurable": "next steps"})
    assert improved.text == "Understand their needs"
    assert [one.reason for one in improved.unused] == [MENDS_NOTHING]


def test_a_good_answer_comes_in_beside_a_poor_one(discuss):
    improved = discuss.apply({"action_oriented": "she agrees to a start date for the pilot", "specific": "asdf"})
    assert "she agrees to a start date for the pilot" in improved.text
    assert [(one.criterion, one.reason) for one in improved.unused] == [("specific", BARE)]


def test_what_is_too_much_for_one_line_is_kept_for_the_next_call(discuss):
    answers = {
        "action_oriented": "she agrees to a start date for the pilot",
        "specific": "who signs for a purchase of this size",
        "measurable": "the name of the present supplier",
    }
    improved = discuss.apply(answers)
    assert [one.reason for one in improved.unused] == [TOO_MANY]
    assert all(
        answer in improved.text or answer in [one.answer for one in improved.unused] for answer in answers.values()
    )


def test_no_two_questions_offer_the_same(discuss):
    choices = [choice for question in discuss.questions for choice in question.choices]
    assert len(set(choices)) == len(choices) > 3


def test_the_answers_to_tap_about_one_thing_become_one_thing(discuss):
    improved = discuss.apply({one.criterion: one.choices[0] for one in discuss.questions})
    assert improved.check.smart
    assert improved.check.objectives <= 2
    assert improved.unused == ()


def test_each_answer_to_tap_mends_the_line_by_itself(discuss):
    for question in discuss.questions:
        for choice in question.choices:
            assert discuss.apply({question.criterion: choice}).check.smart, choice


def test_a_fact_is_asked_for_which_part_of_it_and_how_much_of_it():
    found = improve("Understand their needs", Call(stage="needs", minutes=20))
    specific, measurable = (
        next(one.choices for one in found.questions if one.criterion == name) for name in ("specific", "measurable")
    )
    assert not set(specific) & set(measurable)
    assert measurable[0] == "at least one need that our product can satisfy"
    assert all(choice.startswith("which") for choice in specific)


def test_what_to_keep_may_be_said_by_one_word_of_it():
    line = "Get her to book the visit, name the two pilot lines, sign the NDA and introduce us to the CFO"
    found = improve(line, Call(stage="evaluation", minutes=30, first_meeting=False, attendees=("operations director",)))
    improved = found.apply({"time_bound": "the NDA"})
    assert "NDA" in improved.text
    assert "pilot lines" not in improved.text
    assert improved.unused == ()


def test_who_leaves_a_service_call_as_it_is_hears_what_became_of_the_other_answer():
    found = improve(
        "Swap the two faulty door latches on the pumps in bay 3",
        Call(stage="customer", minutes=40, first_meeting=False, attendees=("plant manager",)),
    )
    answers = dict.fromkeys(CRITERIA, "a date for a tour of our works") | {found.questions[0].criterion: SERVICE}
    improved = found.apply(answers)
    assert improved.text == found.text
    assert {one.reason for one in improved.unused} <= {"the line stays as it is, as you said"}


def test_the_json_names_what_was_left_out(discuss):
    plain = discuss.to_dict(discuss.apply({"specific": "blah"}))
    assert plain["improved"] == LINE
    assert plain["unused"] == [{"criterion": "specific", "answer": "blah", "reason": BARE}]
    assert "unused" not in discuss.to_dict(discuss.apply({"specific": "who signs for a purchase of this size"}))
