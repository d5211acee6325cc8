"""The result of a call follows from what was said of it: the situations of docs/algorithms/result-of-a-call.md."""

import datetime as dt
import itertools
import re
from pathlib import Path
from types import SimpleNamespace

import pytest

from callwright.web.debriefs.asks import asks_to_buy, done_act, is_step
from callwright.web.debriefs.dates import day_in
from callwright.web.debriefs.result import Answers, Reached, propose

PAGE = Path(__file__).parents[3] / "docs/algorithms/result-of-a-call.md"
HELD_ON = dt.date(2026, 11, 25)


def situations():
    """The rows of the table of situations."""
    table = PAGE.read_text().partition("## Situations")[2].partition("## ")[0]
    rows = re.findall(r"^\|(.*)\|$", table, re.M)[2:]
    return [tuple(cell.strip() for cell in row.split("|")) for row in rows]


def proposed(wanted, at_least, outcome, promised, refused):
    """The result of a call on which that was wanted, and of which that was said."""
    from callwright.web.debriefs.held import Held
    from callwright.web.debriefs.said import OfObjective, Promised, Said, proposal

    objectives = [Held(SimpleNamespace(pk=1), wanted, at_least, "")] if wanted else []
    promises = [Promised(promised, day_in(promised, HELD_ON))] if promised else []
    said = Said({1: OfObjective(outcome)}, promises=promises, refused=refused == "yes")
    return proposal(said, objectives, HELD_ON)


@pytest.mark.parametrize("situation", situations(), ids=" / ".join)
def test_each_situation_of_the_page_holds(prepared, situation):
    *said, result = situation
    assert proposed(*said).result == result


def test_there_are_situations_for_every_result():
    assert len(situations()) >= 40
    assert {situation[-1] for situation in situations()} == {"order", "advance", "continuation", "no_sale"}


def every_answer():
    kinds = [Reached(*flags) for flags in itertools.product((False, True), repeat=4)]
    objectives = [(), *((one,) for one in kinds), *itertools.product(kinds[:4], kinds)]
    steps = [(), (False,), (True,), (False, True)]
    return list(itertools.starmap(Answers, itertools.product(objectives, steps, (False, True), (False, True))))


def test_an_order_is_proposed_where_they_bought_and_nowhere_else():
    for given in every_answer():
        assert (propose(given).result == "order") == any(one.bought for one in given.reached)


def test_no_sale_is_proposed_where_they_said_no_and_did_not_buy():
    for given in every_answer():
        bought = any(one.bought for one in given.reached)
        assert (propose(given).result == "no_sale") == (given.refused and not bought)


def test_an_advance_is_an_act_of_theirs_that_has_a_day_and_all_else_goes_on():
    for given in every_answer():
        acts = any(given.steps) or any(one.dated or one.done for one in given.reached)
        ended = given.refused or any(one.bought for one in given.reached)
        assert (propose(given).result == "advance") == (acts and not ended)
        assert (propose(given).result == "continuation") == (not acts and not ended)


def test_every_proposal_says_why_in_few_words():
    for given in every_answer():
        why = propose(given).why
        assert why[-1] in ".?"
        assert len(why) < 80


def test_a_step_without_a_day_is_asked_for_the_day_and_what_is_no_step_for_the_step():
    assert proposed("", "", "", "ask the board", "").why == "they will act, but no day is named yet."
    assert proposed("", "", "", "think about it", "").why.startswith("that is no step of theirs yet.")


@pytest.mark.parametrize(
    "words",
    [
        "mail the contract",
        "think up a name",
        "be at the demonstration",
        "see us",
        "let us know who signs",
        "weigh it up",
    ],
)
def test_what_they_do_is_a_step(words):
    assert is_step(words, None, HELD_ON)


@pytest.mark.parametrize(
    "words",
    ["think it over by Friday", "will think about it", "wait for us", "Be in touch", "let us know by Friday",
     "come back to me next week", "we’ll send the quote by Friday", "I call her on Monday", "receive our offer",
     "consider it"],
)  # fmt: skip
def test_to_think_to_wait_or_something_of_our_own_is_no_step(words):
    assert not is_step(words, day_in(words, HELD_ON), HELD_ON)


@pytest.mark.parametrize("line", ["The bursar introduces us to the head", "Have the CFO drop the escalator clause"])
def test_what_they_do_there_and_then_is_known(line):
    assert done_act(line, ["advance"])


@pytest.mark.parametrize(
    "line", ["The CFO agrees to a pilot", "The IT lead sends us the data sheet", "Present the planner"]
)
def test_what_is_still_to_come_is_not_done(line):
    assert not done_act(line, ["advance"])


@pytest.mark.parametrize(
    "line",
    [
        "The CFO signs the order for 20 seats",
        "Dana places a first order of 50 cases",
        "The owner buys the starter kit",
        "Dana renews for another year",
        "The head of operations approves the quote",
    ],
)
def test_a_line_that_asks_to_buy_is_known(line):
    assert asks_to_buy(line)


@pytest.mark.parametrize(
    "line",
    [
        "The CFO agrees to a two-week pilot starting 1 December",
        "Find out who decides on the purchase",
        "The buyer agrees to mail us the order forms",
        "get the CFO more comfortable with the pilot",
        "",
    ],
)
def test_a_line_that_asks_for_less_is_no_purchase(line):
    assert not asks_to_buy(line)
