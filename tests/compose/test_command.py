"""`callwright suggest`, `improve` and `plan` as a rep and a script use them."""

import json
import subprocess
import sys

import pytest

from callwright import assess_many
from callwright.smart import CRITERIA, Call

CONTEXT = ("--stage", "needs", "--minutes", "20", "--attendee", "head of operations", "--product", "industrial valves")
RUN = "from callwright.cli import main; main()"


@pytest.fixture
def callwright(tmp_path):
    def run(*arguments, typed=""):
        command = [sys.executable, "-c", RUN, *arguments]
        return subprocess.run(
            command, input=typed, capture_output=True, text=True, cwd=tmp_path, timeout=120, check=False
        )

    return run


def answer(ran):
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


def test_suggest_gives_one_object_with_the_suggestions_best_first(callwright):
    found = answer(callwright("suggest", *CONTEXT, "--format", "json"))["suggestions"]
    assert len(found) >= 3
    assert set(found[0]) == {"id", "text", "category", "minutes", "measure", "fallback", "why"}
    call = Call(stage="needs", minutes=20, attendees=("head of operations",), product="industrial valves")
    assert all(check.smart for check in assess_many((one["text"], call) for one in found))


def test_suggest_reads_well_on_a_terminal(callwright):
    ran = callwright("suggest", *CONTEXT, "--format", "text")
    assert ran.stdout.startswith("1. ")
    assert "It worked if you have: " in ran.stdout


def test_improve_asks_what_would_mend_the_line(callwright):
    found = answer(callwright("improve", "Understand their needs", *CONTEXT, "--format", "json"))
    assert found["improved"] is None
    assert found["text"] == "Understand their needs"
    asked = {one["criterion"] for one in found["questions"]}
    assert asked == {name for name in CRITERIA if not found["check"]["criteria"][name]["met"]}


def test_improve_with_an_answer_rewrites_it_by_number_or_in_words(callwright):
    flags = ("improve", "Understand their needs", *CONTEXT, "--format", "json", "--answer")
    by_words = answer(callwright(*flags, "measurable=at least one need that our industrial valves can satisfy"))
    assert "at least one need that our industrial valves can satisfy" in by_words["improved"]
    assert by_words["check"]["text"] == by_words["improved"]
    assert answer(callwright(*flags, "measurable=1"))["improved"] == by_words["improved"]


def test_an_answer_that_cannot_be_worked_in_is_named_with_the_reason(callwright):
    ran = callwright("improve", "Understand their needs", *CONTEXT, "--format", "text", "--answer", "measurable=blah")
    assert "Not worked in: “blah”: one word does not say what will have come of the call" in ran.stdout
    assert ran.stdout.startswith("Understand their needs\n")


def test_an_answer_to_no_criterion_is_refused(callwright):
    ran = callwright("improve", "Understand their needs", "--answer", "clever=yes")
    assert ran.returncode == 2
    assert "CRITERION=TEXT" in ran.stderr


def test_plan_for_scripts_asks_nothing(callwright, tmp_path):
    ran = callwright(
        "plan", "--yes", "--with", "Northfield Foods", *CONTEXT, "--starts", "2027-03-04T14:00",
        "--output", "brief.md", "--output", "brief.json", "--output", "brief.pdf", "--output", "brief.ics",
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "brief.md").read_text(encoding="utf-8").startswith("# Northfield Foods")
    assert json.loads((tmp_path / "brief.json").read_text(encoding="utf-8"))["goals"][0]["check"]["smart"]
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF-")
    assert b"BEGIN:VEVENT" in (tmp_path / "brief.ics").read_bytes()


def test_plan_takes_ones_own_lines_with_yes(callwright):
    found = answer(
        callwright(
            "plan", "--yes", "--objective", "Get her to sign", "--objective", "Learn who pays", "--format", "json"
        )
    )
    assert [one["text"] for one in found["goals"]] == ["Get her to sign", "Learn who pays"]


def test_plan_refuses_a_file_that_it_cannot_make(callwright):
    ran = callwright("plan", "--yes", "--output", "brief.docx")
    assert ran.returncode == 2
    assert ".pdf" in ran.stderr


def test_every_question_of_the_plan_can_be_passed_over(callwright, tmp_path):
    ran = callwright("plan", "--draft", str(tmp_path / "draft.json"), "--format", "json", typed="\n" * 20)
    found = answer(ran)
    assert len(found["goals"]) == 1
    assert not (tmp_path / "draft.json").exists()


def test_a_plan_that_is_broken_off_is_gone_on_with(callwright, tmp_path):
    draft = tmp_path / "draft.json"
    begun = {
        "title": "Northfield Foods",
        "call": {"stage": "needs", "minutes": "20"},
        "asked": ["title", "attendees", "product"],
    }
    draft.write_text(json.dumps(begun), encoding="utf-8")
    ran = callwright("plan", "--draft", str(draft), "--format", "json", typed="\n\n\n\n")
    found = answer(ran)
    assert "A plan for Northfield Foods is under way." in ran.stderr
    assert "Whom is the call with?" not in ran.stderr
    assert found["title"] == "Northfield Foods"
    assert found["call"]["minutes"] == 20


@pytest.mark.parametrize("content", ["[1]", '{"goals": [{"line": "Close"}]}', '{"goals": 3}'])
def test_a_draft_that_is_none_is_named(callwright, tmp_path, content):
    (tmp_path / "draft.json").write_text(content, encoding="utf-8")
    ran = callwright("plan", "--draft", str(tmp_path / "draft.json"))
    assert ran.returncode == 2
    assert "is no plan to go on with" in ran.stderr
