"""A salesperson's table comes back with its own columns, and beside them the verdict on each row."""

import datetime as dt

import pyarrow.parquet as pq
import pytest
from openpyxl import load_workbook

from callwright.batch import BadTable, check_file
from callwright.batch.results import GAINED

from .files import KINDS, OBJECTIVE, read_table, rejects_of, write_table


@pytest.mark.parametrize("kind", ["csv", "tsv", "xlsx", "parquet"])
def test_a_table_keeps_its_columns_and_gains_the_verdict(tmp_path, kind):
    source = write_table(
        tmp_path / f"calls.{kind}",
        ("Account", "Call Objective", "Minutes"),
        [("Acme", OBJECTIVE, 30), ("Bolt", OBJECTIVE, 45)],
    )
    tally = check_file(source, tmp_path / f"checked.{kind}")
    assert (tally.read, tally.written, tally.rejected) == (2, 2, 0)
    rows = read_table(tmp_path / f"checked.{kind}")
    assert list(rows[0]) == ["Account", "Call Objective", "Minutes", *GAINED]
    assert [row["Account"] for row in rows] == ["Acme", "Bolt"]
    assert [str(row["Minutes"]) for row in rows] == ["30", "45"]


@pytest.mark.parametrize("into", KINDS)
@pytest.mark.parametrize("kind", KINDS)
def test_any_kind_of_file_can_be_checked_into_any_other(tmp_path, kind, into):
    source = write_table(tmp_path / f"calls.{kind}", ("text", "Account"), [(OBJECTIVE, "Acme"), (OBJECTIVE, "Bolt")])
    check_file(source, tmp_path / f"checked.{into}")
    rows = read_table(tmp_path / f"checked.{into}")
    assert [row["text"] for row in rows] == [OBJECTIVE, OBJECTIVE]
    assert all("smart" in row for row in rows)
    assert all("Acme" in str(row) or "Bolt" in str(row) for row in rows), "what the row held beside is passed through"


def test_json_lines_give_the_contracts_object_with_unknown_keys_under_extra(tmp_path):
    source = tmp_path / "in.jsonl"
    source.write_text(
        '{"id": 7, "text": "Close the deal", "context": {"stage": "decision", "mood": "fine"}, "owner": "Kim"}\n',
        "utf-8",
    )
    check_file(source, tmp_path / "out.jsonl")
    [row] = read_table(tmp_path / "out.jsonl")
    assert (row["id"], row["text"]) == ("7", "Close the deal")
    assert row["extra"] == {"owner": "Kim", "context": {"mood": "fine"}}
    assert set(row["criteria"]) == {"specific", "measurable", "action_oriented", "realistic", "time_bound"}


def test_a_row_without_an_id_is_known_by_its_line(tmp_path):
    source = write_table(tmp_path / "calls.csv", ("objective",), [(OBJECTIVE,), ("two\nlines of it",), (OBJECTIVE,)])
    check_file(source, tmp_path / "out.jsonl")
    assert [row["id"] for row in read_table(tmp_path / "out.jsonl")] == ["2", "3", "5"]


def test_parquet_columns_keep_their_types(tmp_path):
    source = write_table(tmp_path / "calls.parquet", ("text", "seen", "worth"), [(OBJECTIVE, dt.date(2027, 3, 1), 1.5)])
    check_file(source, tmp_path / "out.parquet")
    schema = pq.read_schema(tmp_path / "out.parquet")
    assert [str(schema.field(name).type) for name in ("seen", "worth", "smart", "minutes_needed", "advice")] == [
        "date32[day]", "double", "bool", "int64", "string",
    ]  # fmt: skip


def test_a_text_that_looks_like_a_formula_stays_text_in_a_workbook(tmp_path):
    source = write_table(tmp_path / "calls.csv", ("text", "note"), [(OBJECTIVE, "=1+1")])
    check_file(source, tmp_path / "out.xlsx")
    cell = load_workbook(tmp_path / "out.xlsx").active["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_checking_the_verdicts_again_rewrites_their_columns_and_adds_none(tmp_path):
    source = write_table(tmp_path / "calls.csv", ("text",), [(OBJECTIVE,)])
    check_file(source, tmp_path / "once.csv")
    check_file(tmp_path / "once.csv", tmp_path / "twice.csv")
    assert (tmp_path / "twice.csv").read_bytes() == (tmp_path / "once.csv").read_bytes()


def test_a_file_can_be_checked_into_itself(tmp_path):
    source = write_table(tmp_path / "calls.csv", ("text",), [(OBJECTIVE,)])
    check_file(source, source)
    assert "smart" in read_table(source)[0]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"text\nx", "the ending .txt is none of"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"Account,Owner\nAcme,Kim\n", "no column is known to hold the objective"),
        ("a.xlsx", b"not a workbook", "cannot be read as a workbook"),
        ("a.parquet", b"not parquet", "cannot be read as Parquet"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_with_the_remedy(tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BadTable, match=says):
        check_file(tmp_path / name, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()
    assert rejects_of(tmp_path / "out.csv") == []


def test_nothing_half_written_is_left_where_a_run_breaks_off(tmp_path, monkeypatch):
    source = write_table(tmp_path / "calls.csv", ("text",), [(OBJECTIVE,)])
    (tmp_path / "out.csv").write_text("what was there before")

    def breaks(*_: object, **__: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr("callwright.batch.check.judge_each", breaks)
    with pytest.raises(KeyboardInterrupt):
        check_file(source, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text() == "what was there before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["calls.csv", "out.csv"]
