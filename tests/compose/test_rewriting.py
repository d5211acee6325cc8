"""A mended line is one that a rep could say: it keeps deeds and leaves tales, names people as the line does."""

import pytest

from callwright import Call
from callwright.compose import compose, improve
from callwright.compose.improve.line import line_of
from callwright.compose.people import named


def mended(text, call=None):
    found = improve(text, call or Call())
    return found.apply({found.questions[0].criterion: found.questions[0].choices[0]})


@pytest.mark.parametrize(
    "tale",
    [
        "Forty years I've said it: folk buy from a man they like. So – be liked.",
        "We'd be chuffed with any kind of positive vibe",
        "Did I make the buyer feel important?",
    ],
)
def test_a_tale_gives_way_to_what_is_to_come_of_the_call(tale):
    improved = mended(tale)
    assert improved.check.smart
    assert improved.text.startswith("Get the ")
    assert improved.dropped is not None


@pytest.mark.parametrize(
    ("line", "again"),
    [
        ("Leave her happier about the warranty on the handpieces", "and get her to "),
        ("Read Mr. Rossi our homeowners quote.", "and get him to "),
        ("Catch up with Dana", "Dana"),
    ],
)
def test_people_are_spoken_of_as_the_line_does(line, again):
    call = Call(stage="concerns", minutes=20, attendees=("practice owner",)) if "her" in line.split() else Call()
    assert again in mended(line, call).text


def test_a_quotation_mark_does_not_lose_its_partner():
    assert '"' not in mended('Poor: "Tell him about our service."').text


def test_what_stands_before_a_colon_is_no_outcome_of_its_own():
    line = "Quick one before Zubair's flight: the outage penalty waived, phase 2 agreed and his colleague's number"
    assert "Quick one before Zubair's flight" not in line_of(line, Call()).things


@pytest.mark.parametrize(("who", "said"), [("Stock boy", "the stock boy"), ("Ana de Souza", "Ana de Souza")])
def test_a_role_that_the_lexicon_does_not_know_gets_its_article_and_a_name_none(who, said):
    assert named(who) == said


def test_a_sentence_in_brackets_has_a_blank_where_the_least_is_open():
    made = compose("sign the lease", who="Dana", fallback="", call=Call(stage="decision"))
    assert made.text.endswith(" (failing that, [fallback])")
    assert made.blanks == ("fallback",)
