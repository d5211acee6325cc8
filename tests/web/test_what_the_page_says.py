"""From a verdict to words and marks, for verdicts made by hand: close calls, overlapping marks, one question."""

from callwright.smart import CRITERIA, Assessment, Call, Criterion, Engine, Finding
from callwright.web.checking.marking import stretches
from callwright.web.checking.verdict import CLOSED, shown

TEXT = "😀 discuss next steps"


def against(name, start, end, code="S01", decisive=True):
    return Finding(code, name, False, f"“{TEXT[start:end]}” could be anything.", "What exactly?", start, end, decisive)


def verdict(unmet=(), close=(), findings=(), **changed):
    def explain(name):
        return tuple(one for one in findings if one.criterion == name)

    criteria = {
        name: Criterion(name, name not in unmet, 0.6 if name in close else 0.95, name in close, "model", (), explain)
        for name in CRITERIA
    }
    plain = {"categories": ("advance",), "low_sights": False, "objectives": 1, "minutes_needed": 5}
    return Assessment(TEXT, criteria, engine=Engine("best", "0"), **{**plain, **changed})


def tile(page, name):
    return next(one for one in page.tiles if one.name == name)


def test_a_close_call_is_neither_met_nor_unmet_and_says_which_way_it_leans():
    page = shown(verdict(unmet={"specific"}, close={"specific", "realistic"}), Call())
    assert tile(page, "specific").word == tile(page, "realistic").word == "close call"
    assert tile(page, "specific").heading == "Specific: a close call, nearly"
    assert tile(page, "realistic").heading == "Realistic: a close call, just met"
    assert "could go either way" in tile(page, "realistic").basis


def test_the_question_in_view_is_the_one_that_helps_most():
    assert shown(verdict(unmet={"measurable", "action_oriented"}), Call()).opened == "action_oriented"
    assert shown(verdict(unmet={"measurable", "time_bound"}), Call()).opened == "measurable"
    leaning = verdict(unmet={"action_oriented", "time_bound"}, close={"action_oriented"})
    assert shown(leaning, Call()).opened == "time_bound"
    assert shown(verdict(), Call()).opened == CLOSED


def test_an_unmet_letter_always_asks_something_and_a_met_one_never_does():
    page = shown(verdict(unmet=set(CRITERIA)), Call())
    assert all(one.question and one.question.endswith("?") for one in page.tiles)
    assert not any(one.question for one in shown(verdict(), Call()).tiles)
    assert all(one.reasons for one in shown(verdict(), Call()).tiles)


def test_the_summary_names_what_is_missing_and_what_is_met():
    page = shown(verdict(unmet={"measurable", "time_bound"}), Call())
    assert page.summary == "Not yet measurable or time-bound. Specific, action-oriented and realistic: met."
    assert shown(verdict(unmet=set(CRITERIA)), Call()).summary.startswith("Not yet specific, measurable, ")
    assert shown(verdict(), Call()).summary == "That is a SMART objective."


def test_marks_that_overlap_share_their_words():
    findings = (against("specific", 2, 14), against("measurable", 10, 20, "M01"))
    parts = stretches(verdict(unmet={"specific", "measurable"}, findings=findings))
    assert "".join(part.words for part in parts) == TEXT
    assert [(part.words, part.against) for part in parts if part.marked] == [
        ("discuss ", ("specific",)),
        ("next", ("specific", "measurable")),
        (" steps", ("measurable",)),
    ]


def test_only_what_the_verdict_rests_on_is_said_and_marked():
    findings = (against("specific", 2, 9), against("specific", 10, 14, "S02", decisive=False))
    page = shown(verdict(unmet={"specific"}, findings=findings), Call())
    assert [one.code for one in tile(page, "specific").reasons] == ["S01"]
    assert [part.words for part in page.stretches if part.marked] == ["discuss"]


def test_what_speaks_against_a_letter_that_is_met_all_the_same_is_not_held_up():
    page = shown(verdict(findings=(against("specific", 2, 9),)), Call())
    assert [part.words for part in page.stretches] == [TEXT]
    assert tile(page, "specific").reasons[0].message == "Two colleagues who read it would picture the same result."


def test_a_wasted_call_offers_more_only_where_nothing_else_is_asked():
    call = Call(minutes=60)
    [note] = shown(verdict(low_sights=True), call).notes
    assert (note.said, note.criterion) == (
        "60 minutes can carry more. What else would be worth their time?",
        "stretch",
    )
    [note] = shown(verdict(unmet={"measurable"}, low_sights=True), call).notes
    assert note.criterion == ""


def test_the_categories_are_told_in_words():
    assert shown(verdict(categories=("advance", "uncover")), Call()).reads_as == (
        "the customer takes a step and you find another opening"
    )
    assert shown(verdict(categories=()), Call()).reads_as == "neither a step nor an insight yet"
