"""A weak line gets a question for each unmet criterion; answers rewrite it, and nothing is made up."""

import pytest

from callwright import Call, assess
from callwright.compose import improve, invented, sources_of
from callwright.compose.improve.choices import SERVICE
from callwright.smart import CRITERIA

DISCUSS = "Discuss pricing with the CFO"
EVALUATION = Call(stage="evaluation", minutes=30, attendees=("CFO",), product="payroll software")


def first_choices(found):
    return {question.criterion: question.choices[0] for question in found.questions}


@pytest.fixture(scope="module")
def discuss():
    return improve(DISCUSS, EVALUATION)


def test_every_unmet_criterion_gets_one_question_and_a_met_one_none(discuss):
    assert {one.criterion for one in discuss.questions} == {name for name in CRITERIA if not discuss.check.met[name]}
    assert len({one.criterion for one in discuss.questions}) == len(discuss.questions)


def test_each_question_has_two_or_three_answers_to_tap(discuss):
    for question in discuss.questions:
        assert 2 <= len(question.choices) <= 3
        assert question.question.endswith("?")


def test_the_question_that_mends_most_comes_first(discuss):
    assert discuss.questions[0].criterion == "action_oriented"


def test_the_seeds_own_example_a_need_becomes_one_that_can_be_counted():
    found = improve("Uncover the customer's need", Call(stage="needs", minutes=30))
    measurable = next(one for one in found.questions if one.criterion == "measurable")
    assert measurable.choices[0] == "at least one need that our product can satisfy"
    improved = found.apply({"measurable": measurable.choices[0]})
    assert improved.text.startswith("Uncover the customer's need")
    assert "at least one need that our product can satisfy" in improved.text
    assert improved.check.met["measurable"]


def test_what_the_rep_does_becomes_what_the_customer_does(discuss):
    improved = discuss.apply(first_choices(discuss))
    assert improved.text.startswith("Discuss pricing with the CFO, and get them to ")
    assert improved.check.smart
    assert improved.dropped is None


def test_ones_own_answer_counts_as_much_as_a_choice(discuss):
    improved = discuss.apply({"action_oriented": "she agrees to a start date for the pilot"})
    assert "she agrees to a start date for the pilot" in improved.text.lower()


def test_the_same_answers_again_change_nothing(discuss):
    answers = first_choices(discuss)
    once = discuss.apply(answers).text
    assert discuss.apply(answers).text == once
    assert improve(once, EVALUATION).apply(answers).text == once


def test_answers_to_what_was_not_asked_and_blank_ones_are_left_aside(discuss):
    assert discuss.apply({}).text == DISCUSS
    assert discuss.apply({"realistic": "wait", "action_oriented": "  "}).text == DISCUSS


def test_too_much_for_the_stage_becomes_the_largest_step_that_the_stage_allows():
    call = Call(
        stage="introduction", minutes=30, first_meeting=True, attendees=("practice manager",), product="autoclaves"
    )
    found = improve("Walk out with a signed order for the big autoclave", call)
    improved = found.apply(first_choices(found))
    assert "practice manager" in improved.text
    assert "order" not in improved.text
    assert improved.check.met["realistic"]
    assert improved.dropped == "Walk out with a signed order for the big autoclave"


def test_on_a_call_that_can_decide_the_line_asks_for_it_and_what_was_there_is_the_fallback():
    call = Call(
        stage="decision", minutes=30, first_meeting=False, attendees=("facilities director",), product="floor scrubbers"
    )
    found = improve("Dates for a two-week trial of the scrubber go into her diary", call)
    assert [one.criterion for one in found.questions] == ["specific"]
    improved = found.apply(first_choices(found))
    assert "dates for a two-week trial of the scrubber go into her diary" in improved.text
    assert "failing that" in improved.text or "or at least" in improved.text
    assert improved.check.smart


def test_too_much_for_the_minutes_gets_a_choice_of_what_to_keep():
    call = Call(stage="evaluation", minutes=30, first_meeting=False, attendees=("operations director",))
    line = "Get her to book the visit, name the two pilot lines, sign the NDA and introduce us to the CFO"
    found = improve(line, call)
    question = next(one for one in found.questions if one.criterion == "time_bound")
    improved = found.apply({"time_bound": question.choices[0]})
    assert improved.check.met["time_bound"]
    assert len(improved.text) < len(line)


def test_a_service_call_gets_a_sales_purpose_beside_the_service_or_stays_one():
    call = Call(stage="customer", minutes=40, first_meeting=False, attendees=("plant manager",))
    found = improve("Swap the two faulty door latches on the pumps in bay 3", call)
    question = found.questions[0]
    assert question.question.startswith("That is service so far.")
    assert found.apply({question.criterion: question.choices[0]}).text.startswith("Swap the two faulty door latches")
    assert question.choices[-1] == SERVICE
    assert found.apply({question.criterion: SERVICE}).text == found.text


def test_low_sights_get_a_stretch_which_is_no_criterions_question():
    call = Call(stage="evaluation", minutes=60, first_meeting=False, attendees=("plant manager",))
    found = improve("Find out who signs for purchases above ten thousand", call)
    assert found.check.low_sights
    assert found.stretch is not None
    assert "stretch" not in [one.criterion for one in found.questions]
    improved = found.apply({"stretch": found.stretch.choices[0]})
    assert improved.text.startswith("Find out who signs for purchases above ten thousand")
    assert not improved.check.low_sights


def test_a_line_that_passes_is_asked_nothing():
    found = improve("Get the CFO to sign the order for payroll software", Call(stage="decision", attendees=("CFO",)))
    assert found.check.smart
    assert found.questions == ()


@pytest.mark.parametrize(
    "line",
    [
        "Touch base with Dana and Mr. Okafor at Northfield about the 2027 catalogue",
        "Get 30% of the Leeds account by Christmas",
        "Show Priya the XK-200 and talk through the 14 March rollout",
    ],
)
def test_no_name_number_or_date_is_made_up(line):
    call = Call(stage="needs", minutes=30)
    found = improve(line, call)
    for place in range(2):
        answers = {one.criterion: one.choices[place] for one in found.questions}
        assert invented(found.apply(answers).text, sources_of(line, call, answers.values())) == ()


def test_the_guard_sees_names_numbers_and_dates_that_come_from_nowhere():
    sources = ["Discuss pricing with Dana", "agree to a date"]
    assert invented("Get Dana to agree to a date", sources) == ()
    assert invented("Get Dana to agree to 4 May with Northfield by Friday", sources) == (
        "4",
        "May",
        "Northfield",
        "Friday",
    )
    assert invented("Get Dana to sign three contracts", sources) == ("three",)


def test_the_json_is_that_of_the_contract(discuss):
    plain = discuss.to_dict()
    assert set(plain) == {"text", "questions", "improved", "check"}
    assert plain["improved"] is None
    assert set(plain["questions"][0]) == {"criterion", "question", "choices"}
    improved = discuss.apply(first_choices(discuss))
    after = discuss.to_dict(improved)
    assert after["improved"] == improved.text
    assert after["check"]["smart"] == assess(improved.text, EVALUATION).smart
