"""A line from its parts: the seed's three stems and free form, with visible blanks for what is still open."""

import pytest

from callwright import Call, assess
from callwright.compose import BadSlots, compose, default

ENTRY = default().entry("book-a-demonstration")
CALL = Call(stage="evaluation", attendees=("CFO",), product="payroll software")


def text(what, **parts):
    return compose(what, call=CALL, **parts).text


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("free", "Get the CFO to book a demonstration"),
        ("accomplish", "By the end of this call, I will have got the CFO to book a demonstration"),
        ("advance", "To advance the customer in the buying process, I need the CFO to book a demonstration"),
        ("success", "This call will have been highly successful if the CFO books a demonstration"),
    ],
)
def test_the_three_stems_and_free_form(stem, said):
    assert text(ENTRY, stem=stem).startswith(said)


@pytest.mark.parametrize(
    ("stem", "said"),
    [
        ("free", "Find out who signs and leave with a signed NDA"),
        (
            "accomplish",
            "By the end of this call, I will have found out who signs and also have a signed NDA",
        ),
        (
            "advance",
            "To advance the customer in the buying process, I need to know who signs and I need a signed NDA",
        ),
        (
            "success",
            "This call will have been highly successful if I learn who signs and I leave with a signed NDA",
        ),
    ],
)
def test_a_combination_of_a_fact_and_a_thing(stem, said):
    assert text(["who signs", "a signed NDA"], stem=stem) == said


def test_a_best_result_with_the_least_acceptable_one():
    said = text("sign the lease", who="Dana", by="Friday", fallback="a date for the signature")
    assert said == "Get Dana to sign the lease by Friday; failing that, a date for the signature"


def test_where_the_customer_can_say_yes_the_least_result_stands_in_brackets_and_the_line_still_closes():
    call = Call(stage="decision", minutes=30, attendees=("owner",))
    said = compose("renew for another year", who="Dana", fallback="a two-week trial", call=call).text
    assert said == "Get Dana to renew for another year (failing that, a two-week trial)"
    assert assess(said, call).smart


def test_what_will_show_it_stands_in_the_line():
    assert text("sign the lease", measure="the signature").endswith("sign the lease, with the signature to show for it")
    assert text("sign the lease", measure="she hands over the pen").endswith("; the sign of it: she hands over the pen")


def test_a_part_left_open_is_a_blank_that_can_be_seen():
    made = compose("", who="", by="", measure="", fallback="", call=CALL)
    assert made.text == "Leave with [what] by [date], with [measure] to show for it; failing that, [fallback]"
    assert set(made.blanks) == {"what", "date", "measure", "fallback"}
    assert compose("sign the lease", who="").text == "Get [who] to sign the lease"


def test_a_sentence_of_ones_own_stays_as_it_is():
    assert text("she signs the lease") == "She signs the lease"
    assert text("ask for the order") == "Ask for the order"


def test_three_things_are_too_many_and_none_is_too_few():
    for things in (["a", "b", "c"], []):
        with pytest.raises(BadSlots, match="a line takes one or two"):
            compose(things)


def test_a_line_with_a_blank_does_not_pass_the_check():
    made = compose(ENTRY, by="", measure="", call=CALL)
    assert made.blanks == ("date", "measure")
    assert not assess(made.text, CALL).smart
