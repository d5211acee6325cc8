"""From start to brief with a prepared call in no more than six answers, at a real terminal."""

import sys

import pytest

pexpect = pytest.importorskip("pexpect", reason="a terminal to type into")

RUN = "from callwright.cli import main; main()"
PREPARED = (
    "plan", "--with", "Northfield Foods", "--stage", "needs", "--minutes", "20", "--attendee", "head of operations",
    "--product", "industrial valves",
)  # fmt: skip
MOST = 6


def typed_at(tmp_path, answers):
    """Runs the wizard at a terminal; the answers that it took, and what it wrote."""
    where = {"CALLWRIGHT_DATA": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "dumb", "NO_COLOR": "1"}
    child = pexpect.spawn(
        sys.executable, ["-c", RUN, *PREPARED], encoding="utf-8", timeout=120, env=where, cwd=str(tmp_path)
    )
    given = 0
    while child.expect(["> $", pexpect.EOF]) == 0:
        child.sendline(answers[given] if given < len(answers) else "")
        given += 1
    child.close()
    assert child.exitstatus == 0
    return given, child.before


def test_a_suggestion_is_taken_with_one_key_and_the_rest_passed_over(tmp_path):
    given, page = typed_at(tmp_path, ["1"])
    assert given <= MOST
    assert "# Northfield Foods" in page
    assert "SMART" in page


def test_a_weak_line_of_ones_own_is_mended_on_the_way(tmp_path):
    given, page = typed_at(tmp_path, ["Discuss their needs", "1", "", ""])
    assert given <= MOST
    assert "Discuss their needs" in page
    assert "SMART" in page


def test_an_answer_that_says_nothing_is_declined_and_asked_for_again(tmp_path):
    given, page = typed_at(tmp_path, ["Discuss their needs", "asdf", "9", "1", "", ""])
    assert given <= MOST + 2
    assert "asdf" not in page
    assert "SMART" in page
