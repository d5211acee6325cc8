"""An answer is taken for what it is: something the customer does, a fact, a thing, or a sentence of its own."""

import pytest

from callwright.compose.people import named
from callwright.compose.phrase import phrase


@pytest.mark.parametrize(
    ("said", "kind", "text"),
    [
        ("agree to a start date for the pilot", "do", "agree to a start date for the pilot"),
        ("agrees to a start date.", "do", "agree to a start date"),
        ("to sign the lease", "do", "sign the lease"),
        ("Take it to the finance meeting on Friday", "do", "take it to the finance meeting on Friday"),
        ("name what would stop it", "do", "name what would stop it"),
        ("name of the decider", "thing", "name of the decider"),
        ("a start date for the pilot", "thing", "a start date for the pilot"),
        ("at least one need that our product can satisfy", "thing", "at least one need that our product can satisfy"),
        ("£40k in this year's budget", "thing", "£40k in this year's budget"),
        ("who signs off the budget", "know", "who signs off the budget"),
        ("by which date it has to be in use", "know", "by which date it has to be in use"),
        ("the CFO agrees to a start date", "clause", "the CFO agrees to a start date"),
        ("that they will order 20 units by Friday", "clause", "they will order 20 units by Friday"),
        ("Marta will send the plan by 12 May", "clause", "Marta will send the plan by 12 May"),
        ("ask for the order", "seller", "ask for the order"),
        ("leave with a signed order", "seller", "leave with a signed order"),
    ],
)
def test_kinds(said, kind, text):
    found = phrase(said)
    assert (found.kind, found.text) == (kind, text)


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("CFO", "the CFO"),
        ("IT lead", "the IT lead"),
        ("Practice Owner", "the practice owner"),
        ("head of operations", "the head of operations"),
        ("Dana (IT lead)", "Dana"),
        ("Lena Ruiz, purchasing manager", "Lena Ruiz"),
        ("Dr. Farrugia", "Dr. Farrugia"),
        ("two nurses", "two nurses"),
        ("procurement", "procurement"),
    ],
)
def test_people_are_named_as_a_sentence_names_them(who, said):
    assert named(who) == said
