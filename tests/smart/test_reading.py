"""A line is read once: who acts, what the act is, and where in the text that stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callwright.smart.lexicon import default
from callwright.smart.reading import read


def _act(text: str) -> tuple[str, str]:
    act = read(text).results[0].act
    return act.actor, act.kind


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Get Tom to sign the order", ("customer", "purchase")),
        ("Have her agree to a trial", ("customer", "commitment")),
        ("Sandra signs off the plan by Friday", ("customer", "commitment")),
        ("The board approves the budget", ("customer", "commitment")),
        ("She tells me who decides", ("customer", "disclosure")),
        ("Order placed for the pumps", ("both", "commitment")),
        ("Close the deal", ("seller", "purchase")),
        ("Find out who signs", ("seller", "inquiry")),
        ("Name of whoever runs accounts", ("unstated", "inquiry")),
        ("Which supplier do they use?", ("seller", "inquiry")),
        ("Better understand their business", ("seller", "probe")),
        ("Look for other openings in the group", ("seller", "uncover")),
        ("Present the catalogue", ("seller", "seller_activity")),
        ("Discuss pricing", ("seller", "open_activity")),
        ("Touch base with Dana", ("seller", "contact")),
        ("Thank them for the order", ("seller", "courtesy")),
        ("Fix the login", ("seller", "service")),
        ("See how the new oven is working", ("seller", "care")),
        ("Confirm the delivery address", ("seller", "admin")),
        ("Build rapport", ("seller", "relationship")),
        ("Put her mind at rest", ("seller", "feeling")),
        ("Have him admit our pump is quieter", ("customer", "opinion")),
        ("Get her to understand our pricing", ("customer", "belief")),
        ("Move the deal forward", ("seller", "push")),
        ("Add value for the client", ("seller", "value")),
    ],
)
def test_the_act_and_the_one_who_acts_are_read(text: str, act: tuple[str, str]) -> None:
    assert _act(text) == act


@pytest.mark.parametrize(
    "stem",
    [
        "By the end of this call, I will have accomplished ",
        "By the end of the meeting I will have ",
        "To advance the customer in the buying process, I need to accomplish ",
        "This call will have been highly successful if I accomplish ",
        "This meeting will be a success if I ",
        "My objective: ",
        "Goal for tmrw: ",
        "- ",
        "1) ",
        "• ",
    ],
)
def test_a_stem_before_the_objective_changes_nothing(stem: str) -> None:
    plain = read("get a signed order for 20 pumps")
    stemmed = read(stem + "get a signed order for 20 pumps")
    assert stemmed.results[0].act.kind == plain.results[0].act.kind
    assert stemmed.words(stemmed.span(stemmed.results[0].first, stemmed.results[0].last)) == plain.text


def test_a_fallback_is_not_a_result_and_adds_no_outcome() -> None:
    reading = read("Get the order; failing that, a date for the decision and the name of her boss")
    assert reading.words(reading.fallback or (0, 0)).startswith("failing that")
    assert reading.clauses[0].role == "result"
    assert len(reading.results) == 1
    assert reading.outcomes == 1


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("Get the order", 1),
        ("Learn who decides, when, and how much they spend", 1),
        ("Settle the price, the terms and the start date", 1),
        ("Present the oven and get a yes to the trial", 1),
        ("Get a yes to the trial and book the site visit", 2),
        ("Book the demo, get the NDA signed and have the buyer named", 3),
        ("Present the mixer, the oven, the fridge and the grill", 4),
    ],
)
def test_outcomes_are_counted_as_the_guide_counts_them(text: str, outcomes: int) -> None:
    assert read(text).outcomes == outcomes


def test_numbers_people_and_times_are_noted() -> None:
    reading = read("Get the CFO and Priya to order 20 pumps at £1.5k, 10% off, within 2 weeks, by Friday 14th")
    assert [(quantity.kind, quantity.value) for quantity in reading.quantities][:4] == [
        ("number", 20.0),
        ("money", 1500.0),
        ("percent", 10.0),
        ("duration", 4800.0),
    ]
    assert [reading.text[person.start : person.end] for person in reading.people] == ["CFO", "Priya"]
    assert reading.people[0].standing == 3
    assert "Friday" in [reading.words(time) for time in reading.times]


@pytest.mark.parametrize("before", ["🎯 ", "👩🏽‍💼 ", "e\u0301te\u0301 ", "שלום ", "\u202e", "\x00", "ﬁ "])
def test_offsets_are_code_points_whatever_stands_before(before: str) -> None:
    text = before + "get Tom to sign the order"
    reading = read(text)
    words = [text[token.start : token.end] for token in reading.tokens]
    assert words[-5:] == ["Tom", "to", "sign", "the", "order"]


@given(st.text(max_size=400))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    reading = read(text)
    for token in reading.tokens:
        assert 0 <= token.start < token.end <= len(text)
    for clause in reading.clauses:
        assert 0 <= clause.first < clause.last <= len(reading.tokens)
        assert clause.first <= clause.act.first <= clause.act.last <= len(reading.tokens)
    assert reading.outcomes >= 1


@given(
    st.lists(
        st.sampled_from(
            [
                "get",
                "the",
                "order",
                ",",
                "and",
                ".",
                "to",
                "her",
                "sign",
                "if",
                "not",
                "w/",
                "20",
                "£5k",
                "who",
                "?",
                "book",
                "Tom",
                "-",
                "by",
                "Friday",
            ]
        )
    )
)
def test_any_run_of_common_words_is_read(words: list[str]) -> None:
    reading = read(" ".join(words))
    assert [token.start for token in reading.tokens] == sorted(token.start for token in reading.tokens)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("explian the rebate", "explain the rebate"),
        ("discus pricing", "discuss pricing"),
        ("confrim the delivery adress", "confirm the delivery address"),
        ("recieve the order", "receive the order"),
        ("persent the catalogue", "present the catalogue"),
        ("demonsrate the hoist", "demonstrate the hoist"),
        ("scedule the site survey", "schedule the site survey"),
        ("understnad their needs", "understand their needs"),
    ],
)
def test_plain_typos_are_read_as_what_was_meant(wrong: str, right: str) -> None:
    assert _act(wrong) == _act(right)
    assert read(wrong).text == wrong


@pytest.mark.parametrize("word", ["sighed", "gloves", "doubt", "counter", "drivers", "import", "breach"])
def test_ordinary_words_are_not_taken_for_typos(word: str) -> None:
    assert read(f"the {word} there").tokens[1].norm == word


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("mtg w/ mgr", "meeting with manager"),
        ("f/u re: PO#", "follow up regarding po number"),
        ("sched appt tmrw b4 EOD", "schedule appointment tomorrow before end of day"),
        ("need decn this qtr", "need decision this quarter"),
        ("she'll sign", "she will sign"),
        ("don't leave", "do not leave"),
    ],
)
def test_shorthand_of_notes_is_read_in_full(short: str, long: str) -> None:
    assert [token.norm for token in read(short).tokens] == long.split()


def test_abbreviations_end_no_sentence() -> None:
    assert len(read("Get Mr. Lim and Dr. Osei to sign approx. 20 orders").clauses) == 1


def test_a_team_may_add_words_of_its_own() -> None:
    own = default().extended(
        roles={"zonal head": 3}, products=["Ledger One"], jargon={"do the zebra walk": "verbs_seller.show"}
    )
    assert read("do the zebra walk", own).results[0].act.kind == "seller_activity"
    assert read("meet the zonal head", own).people[0].standing == 3
    assert read("talk about Ledger One", own).results[0].named
    assert read("do the zebra walk").results[0].act.kind != "seller_activity"


@pytest.mark.parametrize("words", [{"roles": {"boss": 7}}, {"jargon": {"zap": "verbs_seller.nothing"}}])
def test_words_with_a_place_that_does_not_exist_are_refused_by_name(words: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"boss|zap"):
        default().extended(**words)  # type: ignore[arg-type]
