"""Rows in = rows out + rows rejected, whatever the rows hold; and the same file gives the same answer twice."""

import csv
import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callwright.batch import check_file

from .files import OBJECTIVE, read_table, rejects_of, write_table

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
cells = st.lists(st.tuples(anything, st.sampled_from(["", "30", "0", "soon"]), anything), min_size=1, max_size=30)


@given(cells)
def test_every_row_of_a_table_is_written_or_rejected_with_a_reason(rows):
    with tempfile.TemporaryDirectory() as folder:
        source = write_table(Path(folder, "in.csv"), ("text", "minutes", "note"), rows)
        out = Path(folder, "out.csv")
        tally = check_file(source, out)
        written, rejected = read_table(out), rejects_of(out)
        assert len(rows) == tally.read == len(written) + len(rejected)
        assert all(row["reason"] and row["line"] for row in rejected)
        first = out.read_bytes()
        check_file(source, out)
        assert out.read_bytes() == first


@given(st.lists(st.one_of(anything, st.none(), st.integers(), st.fixed_dictionaries({"text": anything})), max_size=30))
def test_every_line_of_json_is_written_or_rejected_with_a_reason(items):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        source.write_text("".join(json.dumps(item) + "\n" for item in items), "utf-8")
        out = Path(folder, "out.jsonl")
        tally = check_file(source, out)
        assert len(items) == tally.read == len(read_table(out)) + len(rejects_of(out))


def test_a_rejected_row_is_kept_beside_the_output_with_its_line_and_reason(tmp_path):
    rows = [(OBJECTIVE, "30"), ("", "30"), (OBJECTIVE, "soon")]
    source = write_table(tmp_path / "in.csv", ("objective", "minutes"), rows)
    tally = check_file(source, tmp_path / "out.csv")
    assert (tally.written, tally.rejected) == (1, 2)
    kept = {row["line"]: row for row in rejects_of(tmp_path / "out.csv")}
    assert set(kept) == {"3", "4"}
    assert kept["4"]["reason"].startswith("minutes is 'soon'")
    assert json.loads(kept["4"]["row"]) == {"objective": OBJECTIVE, "minutes": "soon"}


def test_rejected_rows_of_an_earlier_run_do_not_stay_behind(tmp_path):
    source = write_table(tmp_path / "in.csv", ("objective", "minutes"), [(OBJECTIVE, "soon")])
    check_file(source, tmp_path / "out.csv")
    assert rejects_of(tmp_path / "out.csv")
    write_table(source, ("objective", "minutes"), [(OBJECTIVE, "30")])
    check_file(source, tmp_path / "out.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_a_row_with_too_many_cells_is_rejected_and_one_with_too_few_is_filled_up(tmp_path):
    (tmp_path / "in.csv").write_text(
        f"text,minutes,owner\n{OBJECTIVE},30,Kim,extra\n{OBJECTIVE}\n\n{OBJECTIVE},30,Kim\n"
    )
    tally = check_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert (tally.written, tally.rejected) == (2, 1)
    [row] = rejects_of(tmp_path / "out.csv")
    assert row["line"] == "2"
    assert "4 cells; the header names 3" in row["reason"]


def test_a_quotation_mark_left_open_costs_its_row_not_the_file(tmp_path):
    long = "word " * 250_000
    (tmp_path / "in.csv").write_text(f'text,note\n{OBJECTIVE},"{long}\n{OBJECTIVE},fine\n')
    tally = check_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert (tally.written, tally.rejected) == (1, 1)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{not json", "the line is not JSON"),
        ("[1]", "the line is not an object"),
        ('{"text": 7}', "text is 7"),
        ("{}", "text is None"),
        ('{"text": "x", "context": []}', None),
        ('{"text": "x", "context": [1]}', "context is [1]"),
        ('{"text": "x", "context": {"minutes": 0}}', "minutes is 0"),
        ('{"text": "x", "context": {"stage": "late"}}', "say what your stages mean under [stages]"),
    ],
)
def test_a_line_of_json_that_cannot_be_used_says_why(tmp_path, line, says):
    (tmp_path / "in.jsonl").write_text(line + "\n")
    check_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl")
    reasons = [row["reason"] for row in rejects_of(tmp_path / "out.jsonl")]
    assert (says is None and reasons == []) or (says is not None and says in reasons[0])


def test_a_workbook_row_without_any_value_is_no_row(tmp_path):
    source = write_table(tmp_path / "in.xlsx", ("text",), [(OBJECTIVE,), (None,), (OBJECTIVE,)])
    assert check_file(source, tmp_path / "out.csv").read == 2


def test_progress_is_told_and_ends_at_the_whole(tmp_path):
    for kind in ("csv", "jsonl", "xlsx", "parquet"):
        source = write_table(tmp_path / f"in.{kind}", ("text",), [(OBJECTIVE,)] * 700)
        told: list[float] = []
        check_file(source, tmp_path / "out.csv", progress=told.append)
        assert told == sorted(told)
        assert told[-1] == 1


def test_rejected_rows_are_told_apart_by_a_csv_reader_even_with_line_breaks_inside(tmp_path):
    source = write_table(tmp_path / "in.csv", ("text", "minutes"), [('two\nlines, "quoted"', "soon")] * 3)
    check_file(source, tmp_path / "out.csv")
    with (tmp_path / "out.csv.rejected.csv").open(newline="") as file:
        assert len(list(csv.reader(file))) == 1 + 3
