"""On a terminal `callwright check` shows five letters at a glance, the marked words, and a question to work on."""

import re
from io import BytesIO, TextIOWrapper

import pytest
from rich.console import Console

from callwright import Assessment, Call, Criterion, Finding
from callwright.cli.marks import Mark, marked
from callwright.cli.verdict import show_verdict, word_for
from callwright.smart import CRITERIA, Engine
from tests.terminal import COLOURS, run_in_terminal

TEXT = "Get the CFO more comfortable with the pilot"
FEELING = Finding(
    "M04",
    "measurable",
    False,
    "'more comfortable' is a feeling.",
    "What will the CFO say or do?",
    12,
    28,
    decisive=True,
)


def verdict(text: str = TEXT, low_sights: bool = False, objectives: int = 1, close: bool = False) -> Assessment:
    criteria = {name: Criterion(name, True, 0.9, False, "model", ("half an hour",)) for name in CRITERIA}
    criteria["measurable"] = Criterion("measurable", False, 0.9, close, "model", (), lambda _: (FEELING,))
    return Assessment(text, criteria, ("advance",), low_sights, objectives, 5, Engine("best", "0"))


def shown(one: Assessment, width: int = 80, call: Call | None = None, encoding: str = "utf-8") -> str:
    paper = TextIOWrapper(BytesIO(), encoding, newline="")
    show_verdict(Console(file=paper, width=width, no_color=True), one, call or Call())
    paper.seek(0)
    return paper.read()


def test_five_letters_stand_at_the_top_each_with_a_shape_and_a_word():
    letters, shapes, words = shown(verdict()).split("\n")[1:4]
    assert letters.split() == ["S", "M", "A", "R", "T"]
    assert shapes.split() == ["●", "○", "●", "●", "●"]
    assert re.split(r"\s{2,}", words.strip()) == ["met", "not met", "met", "met", "met"]


def test_a_close_call_is_said_to_be_one():
    assert word_for(verdict(close=True).criteria["measurable"]) == "nearly met"
    assert "◐" in shown(verdict(close=True))


def test_the_words_are_marked_and_the_marks_carry_the_rules_code():
    lines = shown(verdict()).split("\n")
    place = next(number for number, line in enumerate(lines) if TEXT in line)
    start = lines[place].index("more comfortable")
    assert lines[place + 1] == " " * start + "~" * 16
    assert lines[place + 2] == " " * start + "M04"


def test_an_unmet_criterion_says_why_and_asks_one_question():
    page = shown(verdict())
    assert "Measurable: not met" in page
    assert "'more comfortable' is a feeling. M04" in page
    assert page.count("? What will the CFO say or do?") == 1
    assert "Specific" not in page


def test_how_it_reads_what_it_takes_and_what_was_assumed_stand_at_the_end():
    page = shown(verdict(low_sights=True, objectives=3), call=Call(minutes=45))
    assert "Reads as: the customer acts and moves on." in page
    assert "Takes about 5 of the 45 minutes." in page
    assert "set your sights higher" in page
    assert "Names 3 separate outcomes" in page
    assert "Taken for granted: half an hour." in page


@pytest.mark.parametrize("width", [20, 30, 40, 61, 62, 80, 200])
def test_no_line_is_wider_than_the_terminal_or_ends_in_blanks(width):
    for line in shown(verdict(TEXT * 3), width=width).split("\n"):
        assert len(line) <= max(width, 30)
        assert line == line.rstrip()


def test_a_terminal_without_such_shapes_gets_plain_ones():
    page = shown(verdict(), encoding="ascii")
    assert "[x]" in page
    assert "●" not in page


def lines_of(text: str, marks: list[Mark], width: int) -> list[tuple[str, str, str]]:
    return list(marked(text, marks, width))


def test_a_mark_that_runs_over_a_line_end_is_marked_on_both_lines():
    assert lines_of("one two three", [Mark(4, 13, "S01")], 8) == [
        ("one two", "    ~~~", "    S01"),
        ("three", "~~~~~", ""),
    ]


def test_wide_characters_and_emoji_keep_marks_under_their_words():
    assert lines_of("日本 pilot", [Mark(3, 8, "S01")], 40) == [("日本 pilot", "     ~~~~~", "     S01")]


def test_labels_that_would_touch_stand_side_by_side():
    assert lines_of("a b", [Mark(0, 1, "S01"), Mark(2, 3, "M02")], 40)[0][2] == "S01 M02"


def test_line_breaks_and_control_characters_are_shown_safely():
    assert [line for line, _, _ in lines_of("one\ntwo\x1b[31m\x00", [], 40)] == ["one", "two·[31m·"]


def test_a_word_longer_than_the_line_is_cut_across_lines():
    assert "".join(line for line, _, _ in lines_of("x" * 50, [], 8)) == "x" * 50


def test_a_terminal_gets_text_in_colour_and_no_color_takes_the_colour_out(tmp_path):
    command = ["callwright", "check", TEXT]
    _, coloured = run_in_terminal(command, tmp_path)
    _, flagged = run_in_terminal([*command, "--no-color"], tmp_path)
    _, variable = run_in_terminal(command, tmp_path, NO_COLOR="1")
    assert re.search(r"\x1b\[[0-9;]*3[0-9]m", coloured)
    for plain in (flagged, variable):
        assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", plain)
    assert COLOURS.sub("", coloured).split()[:5] == ["S", "M", "A", "R", "T"]


def test_a_terminal_that_lacks_a_letter_shows_the_rest(tmp_path):
    _, page = run_in_terminal(["callwright", "check", "Get Zoë to sign 🙂"], tmp_path, PYTHONIOENCODING="ascii")
    assert "Get Zo? to sign" in page


def test_a_narrow_terminal_gets_the_letters_one_a_line(tmp_path):
    _, page = run_in_terminal(["callwright", "check", TEXT, "--no-color"], tmp_path, columns=40)
    assert re.search(r"S \S Specific: ", COLOURS.sub("", page))
