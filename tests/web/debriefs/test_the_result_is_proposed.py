"""The result of a call follows from what was said of it: the cases of docs/algorithms/result-of-a-call.md."""

import itertools
import re
from pathlib import Path

import pytest

from callwright.web.debriefs.asks import asks_to_buy
from callwright.web.debriefs.result import Answers, Told, propose

PAGE = Path(__file__).parents[3] / "docs/algorithms/result-of-a-call.md"
OUTCOMES = ("", "accomplished", "fallback", "partly", "not")


def cases():
    """The rows of the table of cases: what was said, and the result."""
    table = PAGE.read_text().partition("## Cases")[2]
    return [
        tuple(cell.strip() for cell in row.strip("|").split("|")) for row in re.findall(r"^\| [^-].*", table, re.M)
    ][1:]


def answers(outcome, asked, promised, refused):
    told = Told(outcome.replace("–", ""), purchase=asked == "to buy", dated_act=asked == "an act, with its day")
    promises = {"–": (), "no day": (False,), "a day": (True,), "one of each": (False, True)}[promised]
    return Answers((told,), promises, refused == "yes")


@pytest.mark.parametrize("case", cases())
def test_each_case_of_the_page_holds(case):
    *said, result = case
    assert propose(answers(*said)).result == result


def test_there_are_cases_for_every_result():
    assert {case[-1] for case in cases()} == {"order", "advance", "continuation", "no_sale"}


def every_answer():
    kinds = [Told(outcome, purchase, act) for outcome in OUTCOMES for purchase in (0, 1) for act in (0, 1)]
    objectives = [(), *((one,) for one in kinds), *itertools.product(kinds[:6], kinds)]
    promises = [(), (False,), (True,), (False, True)]
    return itertools.starmap(Answers, itertools.product(objectives, promises, (False, True)))


def test_an_order_is_proposed_only_where_a_purchase_was_accomplished():
    for given in every_answer():
        bought = any(told.purchase and told.outcome == "accomplished" for told in given.objectives)
        assert (propose(given).result == "order") == bought


def test_without_an_act_that_has_a_day_no_advance_is_proposed():
    for given in every_answer():
        dated = any(told.dated_act and told.outcome == "accomplished" for told in given.objectives)
        if propose(given).result == "advance":
            assert any(given.promises) or dated


def test_every_proposal_says_why_in_one_sentence():
    for given in every_answer():
        why = propose(given).why
        assert why.endswith(".")
        assert why.count(".") == 1


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
