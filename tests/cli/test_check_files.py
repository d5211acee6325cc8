"""`callwright check --input … --output …`: a file in, a file out, what came of it in a line, a status to act on."""

import json

import pytest

from tests.batch.files import read_table, rejects_of, write_table

SMART = "Get Dana to agree to a two-week pilot starting 1 December"
VAGUE = "Build rapport and touch base"


def test_a_file_of_smart_objectives_exits_with_nought(callwright, tmp_path):
    write_table(tmp_path / "in.csv", ("objective",), [(SMART,)])
    done = callwright("check", "--input", "in.csv", "--output", "out.csv")
    assert done.status == 0
    assert "1 rows read, 1 written to out.csv, 1 of them SMART" in done.err
    assert read_table(tmp_path / "out.csv")[0]["smart"] == "true"


def test_a_file_with_one_that_is_not_exits_with_one_and_gives_advice(callwright, tmp_path):
    write_table(tmp_path / "in.csv", ("objective",), [(SMART,), (VAGUE,)])
    done = callwright("check", "--input", "in.csv", "--output", "out.csv")
    assert done.status == 1
    good, poor = read_table(tmp_path / "out.csv")
    assert (good["advice"], poor["smart"]) == ("", "false")
    assert poor["advice"].endswith("?")


def test_rejected_rows_exit_with_three_and_the_line_says_where_they_are(callwright, tmp_path):
    write_table(tmp_path / "in.csv", ("objective", "minutes"), [(SMART, "30"), ("", "30"), (SMART, "soon")])
    done = callwright("check", "--input", "in.csv", "--output", "out.csv")
    assert done.status == 3
    assert "2 rejected, see out.csv.rejected.csv" in done.err
    assert {row["line"] for row in rejects_of(tmp_path / "out.csv")} == {"3", "4"}


def test_a_column_can_be_named(callwright, tmp_path):
    write_table(tmp_path / "in.csv", ("What I want", "Objective"), [(SMART, "x")])
    callwright("check", "--input", "in.csv", "--output", "out.jsonl", "--column", "text=What I want")
    assert read_table(tmp_path / "out.jsonl")[0]["text"] == SMART


def test_flags_hold_for_rows_that_say_nothing(callwright, tmp_path):
    order = "Get the signed order for 40 units"
    write_table(tmp_path / "in.csv", ("objective", "stage"), [(order, ""), (order, "decision")])
    callwright("check", "--input", "in.csv", "--output", "out.jsonl", "--stage", "introduction")
    realistic = [row["criteria"]["realistic"]["met"] for row in read_table(tmp_path / "out.jsonl")]
    assert realistic == [False, True]


def test_a_row_gets_the_verdict_that_its_text_gets_alone(callwright, tmp_path):
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "text": VAGUE, "context": {"minutes": 45}}) + "\n")
    callwright("check", "--input", "in.jsonl", "--output", "out.jsonl")
    alone = callwright("check", VAGUE, "--minutes", "45")
    assert read_table(tmp_path / "out.jsonl") == alone.items


@pytest.mark.parametrize("kind", ["csv", "jsonl", "xlsx", "parquet"])
def test_every_kind_of_file_is_taken(callwright, tmp_path, kind):
    write_table(tmp_path / f"in.{kind}", ("text",), [(SMART,)])
    assert callwright("check", "--input", f"in.{kind}", "--output", f"out.{kind}").status == 0
    assert len(read_table(tmp_path / f"out.{kind}")) == 1
