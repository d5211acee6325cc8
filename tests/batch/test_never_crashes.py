"""Whatever bytes a file holds, it is checked row by row or refused as a whole, and never half-read in silence."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callwright import CallwrightError
from callwright.batch import Tally, check_file

from .files import OBJECTIVE, read_table, rejects_of

any_bytes = st.binary(max_size=400)
pieces = st.sampled_from(
    [
        b'"', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b"\0", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff",
        b"\xc3", b"objective", b"text", b"minutes", b"id", b"stage", b"needs", b"1e400", b"30", b"NaN", b"\\ud800",
        b"[", b"{", b"}", b"]", b":", b'{"text": "get her to sign"}', b'"context"', b"null", OBJECTIVE.encode(),
    ]
)  # fmt: skip
files = st.one_of(any_bytes, st.lists(pieces | any_bytes, max_size=30).map(b"".join))


def checked(data: bytes, ending: str) -> Tally | None:
    """Checks a file of these bytes into another, and holds what came of it; None where the file is refused."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, f"in{ending}"), Path(folder, f"out{ending}")
        source.write_bytes(data)
        try:
            tally = check_file(source, out)
        except CallwrightError as refusal:
            assert str(refusal)
            assert not out.exists()
            return None
        assert tally.read == len(read_table(out)) + len(rejects_of(out))
        if ending == ".jsonl":
            for line in out.read_bytes().splitlines():
                json.loads(line, parse_constant=not_json)
        return tally


def not_json(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl"])
@settings(max_examples=100)
@given(files)
def test_any_bytes_are_checked_or_refused(ending: str, data: bytes) -> None:
    checked(data, ending)


@pytest.mark.long
@pytest.mark.parametrize("ending", [".csv", ".tsv", ".jsonl"])
@settings(max_examples=20_000)
@given(files)
def test_any_bytes_are_checked_or_refused_however_many_are_tried(ending: str, data: bytes) -> None:
    checked(data, ending)


REJECTED = {
    "attendees that are a number": '"context": {"attendees": 5}',
    "attendees that are true": '"context": {"attendees": true}',
    "a number of five thousand digits": f'"id": {"1" * 5000}',
    "what is no number": '"note": NaN',
    "a number beyond all bounds": '"note": 1e400',
    "a minus beyond all bounds": '"note": [-Infinity]',
    "minutes beyond all bounds": '"context": {"minutes": 1e300}',
    "lists within lists without end": f'"note": {"[" * 900}{"]" * 900}',
    "a context that is a list": '"context": [1]',
}


@pytest.mark.parametrize("name", REJECTED)
def test_an_odd_value_costs_its_own_row_and_no_other(name: str) -> None:
    sound = json.dumps({"text": OBJECTIVE})
    odd = f'{{"text": "{OBJECTIVE}", {REJECTED[name]}}}'
    tally = checked("\n".join([sound, odd, sound]).encode(), ".jsonl")
    assert (tally.written, tally.rejected) == (2, 1)


def test_a_header_of_very_many_columns_is_read_in_good_time() -> None:
    header = ",".join(["text", *(f"c{number}" for number in range(30_000))])
    assert checked(f"{header}\n{OBJECTIVE}\n".encode(), ".csv").written == 1
