"""One or two key objectives a call: of three or more, which to take along, and why."""

from callwright import Call
from callwright.compose import choose, things

CALL = Call(stage="evaluation", minutes=30, first_meeting=False, attendees=("operations director",))
LINES = (
    "Discuss the market",
    "Find out who signs for purchases above ten thousand",
    "Get the operations director to book a demonstration for the shift leaders",
    "Get the operations director to put us on the shortlist",
)


def test_no_more_than_two_are_kept_and_the_best_come_first():
    ranked = choose(LINES, CALL)
    assert [one.keep for one in ranked] == sorted((one.keep for one in ranked), reverse=True)
    assert 1 <= sum(one.keep for one in ranked) <= 2
    assert ranked[-1].text == "Discuss the market"


def test_an_act_of_the_customers_comes_before_a_fact_and_each_has_its_reason():
    ranked = choose(LINES, CALL)
    assert "demonstration" in ranked[0].text or "shortlist" in ranked[0].text
    assert ranked[0].reason.startswith("the customer acts; it passes all five")
    assert all(one.reason for one in ranked)


def test_what_does_not_fit_the_minutes_is_left_for_another_call():
    ranked = choose(LINES, Call(stage="evaluation", minutes=6, attendees=("operations director",)))
    assert sum(one.keep for one in ranked) == 1


def test_a_line_with_four_things_is_taken_apart():
    line = "Get her to book the visit, name the two pilot lines, sign the NDA and introduce us to the CFO"
    assert len(things(line, CALL)) >= 3


def test_equal_lines_count_once():
    assert len(choose(["Get the order", "Get the order"], CALL)) == 1
