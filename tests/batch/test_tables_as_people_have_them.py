"""Tables come as CRMs and spreadsheets write them: other headers, other encodings, other delimiters."""

import pytest

from callwright.batch import BadTable, check_file
from callwright.batch.columns import columns_of, parse_columns
from callwright.batch.items import item_of_row
from callwright.batch.rows import Row
from callwright.settings import Settings

from .files import OBJECTIVE, read_table, write_table


@pytest.mark.parametrize(
    "header",
    ["Objective", "call_objective", "CallObjective", "Sales call objective", "Meeting Goal", "SUBJECT", "Notes"],
)
def test_the_objective_is_found_under_the_names_that_tables_give_it(header):
    assert columns_of(["Account", header, "Owner"], {})["text"] == header


def test_the_most_telling_name_wins():
    assert columns_of(["Notes", "Subject", "Call Objective"], {})["text"] == "Call Objective"


def test_what_is_known_of_the_call_is_found_too():
    found = columns_of(["Objective", "Deal Stage", "Duration (minutes)", "Attendees", "Activity ID", "Call Date"], {})
    assert {field: found[field] for field in ("stage", "minutes", "attendees", "id", "today")} == {
        "stage": "Deal Stage",
        "minutes": "Duration (minutes)",
        "attendees": "Attendees",
        "id": "Activity ID",
        "today": "Call Date",
    }


def test_a_column_that_the_person_names_comes_before_all_else():
    assert columns_of(["Objective", "What I want"], parse_columns(["text=What I want"]))["text"] == "What I want"
    assert columns_of(["Objective", "What I want"], parse_columns(["text=what_i_want"]))["text"] == "What I want"


def test_a_column_named_for_one_thing_is_not_taken_for_another():
    assert "text" in (found := columns_of(["Text", "Notes"], {"product": "Text"}))
    assert found == {"product": "Text", "text": "Notes"}


@pytest.mark.parametrize("flag", ["text", "weather=Rain", "=x"])
def test_a_column_flag_that_makes_no_sense_says_how_to_write_it(flag):
    with pytest.raises(BadTable, match='text="Call Objective"'):
        parse_columns([flag])


def test_a_named_column_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(BadTable, match="no column 'Aim'; there are: Objective, Owner"):
        columns_of(["Objective", "Owner"], {"text": "Aim"})


def item(**cells):
    fields = columns_of(list(cells), {})
    return item_of_row(Row(2, cells), fields, {"minutes": 20}, {"negotiation/review": "concerns"})


def test_a_crms_stage_and_blank_cells_are_read_and_the_rest_is_passed_through():
    read = item(objective=OBJECTIVE, stage="Negotiation/Review", minutes="", owner="Kim")
    assert (read.call.stage, read.call.minutes, read.extra) == ("concerns", 20, {"owner": "Kim"})
    assert item(objective=OBJECTIVE, minutes="45").call.minutes == 45


def test_a_teams_own_stages_are_read_from_its_settings(tmp_path):
    source = write_table(tmp_path / "in.csv", ("objective", "stage"), [(OBJECTIVE, "Green light")])
    assert check_file(source, tmp_path / "out.csv").rejected == 1
    settings = Settings(stages={"green light": "decision"})
    assert check_file(source, tmp_path / "out.csv", settings=settings).rejected == 0


TEXT = "Get André to agree to the café’s pilot"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_common_encoding_and_delimiter_is_read(tmp_path, encoding, delimiter):
    lines = [f'Account{delimiter}"Call Objective, please"{delimiter}Objective', f"Acme{delimiter}x{delimiter}{TEXT}"]
    (tmp_path / "in.csv").write_bytes("\r\n".join(lines).encode(encoding))
    check_file(tmp_path / "in.csv", tmp_path / "out.jsonl")
    [row] = read_table(tmp_path / "out.jsonl")
    assert row["text"] == TEXT
    assert row["extra"] == {"Account": "Acme", "Call Objective, please": "x"}


def test_one_stray_byte_spoils_no_other_line(tmp_path):
    (tmp_path / "in.csv").write_bytes(b"text\n" + TEXT.encode() + b"\nGet Andr\xe9 to agree to the pilot\n")
    check_file(tmp_path / "in.csv", tmp_path / "out.jsonl")
    assert [row["text"] for row in read_table(tmp_path / "out.jsonl")] == [TEXT, "Get André to agree to the pilot"]


def test_a_file_of_old_line_ends_is_read(tmp_path):
    (tmp_path / "in.csv").write_bytes(f"text,owner\r{OBJECTIVE},Kim\r{OBJECTIVE},Lee\r".encode())
    assert check_file(tmp_path / "in.csv", tmp_path / "out.csv").written == 2


def test_excel_gets_back_the_delimiter_and_the_mark_that_it_wrote(tmp_path):
    (tmp_path / "in.csv").write_bytes(f"text;owner\r\n{TEXT};Kim\r\n".encode("utf-8-sig"))
    check_file(tmp_path / "in.csv", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes().startswith("\ufefftext;owner;smart;".encode())


def test_columns_of_one_name_or_none_are_all_kept(tmp_path):
    (tmp_path / "in.csv").write_text(f"text,Name,Name,\n{OBJECTIVE},Kim,Lee,x\n")
    check_file(tmp_path / "in.csv", tmp_path / "out.jsonl")
    [row] = read_table(tmp_path / "out.jsonl")
    assert row["extra"] == {"Name": "Kim", "Name (2)": "Lee", "column 4": "x"}
