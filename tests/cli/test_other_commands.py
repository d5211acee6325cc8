"""The other commands: the rules and what they say of themselves, the figures, the version, completion."""

import json
import os
import subprocess
import sys

import pytest

from callwright import __version__
from callwright.smart.rules import RULES

LABELS = {
    "specific": True, "measurable": True, "action_oriented": True, "realistic": True, "time_bound": True,
    "categories": ["advance"], "low_sights": False,
}  # fmt: skip
SMART = "Get Dana to agree to a two-week pilot starting 1 December"
VAGUE = "Build rapport and touch base"


@pytest.fixture
def labelled(tmp_path):
    poor = LABELS | {"specific": False, "measurable": False, "action_oriented": False, "categories": []}
    items = [
        {"text": SMART, "labels": LABELS},
        {"text": VAGUE, "labels": poor},
        {"id": "odd", "text": VAGUE, "labels": LABELS},
    ]
    (tmp_path / "labelled.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items))
    return "labelled.jsonl"


def test_the_version_is_said(callwright):
    assert callwright("--version").out == f"callwright {__version__}\n"


def test_without_a_command_the_help_is_shown(callwright):
    assert "Commands" in (done := callwright()).out + done.err


def test_every_rule_is_listed(callwright):
    assert [row["code"] for row in callwright("rules").items] == [rule.code for rule in RULES]
    page = callwright("rules", "--format", "text").out
    assert all(rule.code in page for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_everything_of_itself_by_code_or_name(callwright, rule):
    page = callwright("rule", rule.code, "--format", "text").out
    for heading in (
        "What it does",
        "Why it matters",
        "A poor example",
        "A better one",
        "When it does not apply",
        "Source",
    ):
        assert heading in page
    assert callwright("rule", rule.name).items[0]["code"] == rule.code


def test_a_rule_that_is_not_there_is_said(callwright):
    done = callwright("rule", "X99")
    assert (done.status, done.err) == (2, "callwright: there is no rule 'X99'; `callwright rules` lists them\n")


def test_how_often_each_rule_fires_and_how_often_rightly(callwright, labelled):
    rows = callwright("rules", "--stats", labelled).items
    assert sum(row["fired"] for row in rows) > 0
    for row in rows:
        assert 0 <= row["rightly"] <= row["fired"]
        assert row["precision"] == (row["rightly"] / row["fired"] if row["fired"] else None)
    assert "rightly" in callwright("rules", "--stats", labelled, "--format", "text").out


def test_the_figures_are_those_of_the_labels(callwright, labelled):
    figures = callwright("evaluate", labelled).items[0]
    assert figures["n"] == 3
    specific = figures["criteria"]["specific"]
    assert (specific["unmet"], specific["recall"], specific["precision"]) == (1, 1.0, 0.5)
    page = callwright("evaluate", labelled, "--format", "text").out
    for line in ("Specific", "macro kappa", "kappa of advance", "all five right", "expected calibration error"):
        assert line in page


def test_the_worst_disagreements_are_shown_the_most_confident_first(callwright, labelled):
    figures = callwright("evaluate", labelled, "--show", "2").items[0]
    assert [one["id"] for one in figures["disagreements"]] == ["odd", "odd"]
    confidences = [one["confidence"] for one in figures["disagreements"]]
    assert confidences == sorted(confidences, reverse=True)
    assert "judged not met" in callwright("evaluate", labelled, "--show", "2", "--format", "text").out


def test_settings_play_no_part_in_the_figures(callwright, labelled, tmp_path):
    before = callwright("evaluate", labelled).items
    (tmp_path / "callwright.toml").write_text('[context]\nstage = "decision"\n')
    assert callwright("evaluate", labelled).items == before


def test_a_refused_text_is_named_and_not_counted(callwright, tmp_path):
    items = [{"text": SMART, "labels": LABELS}, {"id": "empty", "text": " ", "labels": LABELS}]
    (tmp_path / "labelled.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items))
    figures = callwright("evaluate", "labelled.jsonl").items[0]
    assert (figures["n"], figures["refused"]) == (1, ["empty"])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "give a file of labelled examples"),
        (("missing.jsonl",), "missing.jsonl"),
        (("--leave-one-writer-out", "train"), "run it in a checkout"),
    ],
)
def test_figures_that_cannot_be_had_say_why(callwright, arguments, says):
    done = callwright("evaluate", *arguments)
    assert done.status == 2
    assert says in " ".join(done.err.split())


def test_a_shell_can_be_taught_to_complete(callwright):
    named = {**os.environ, "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}  # not whatever shell runs the tests
    command = [sys.executable, "-m", "callwright", "--show-completion", "bash"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=named)
    assert done.returncode == 0, done.stderr


def test_a_reader_that_stops_early_gets_no_complaint():
    command = f"{sys.executable} -m callwright rules --format text | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""
