"""A labelled file is read whole, or its first wrong line is named with what is amiss."""

import json
from pathlib import Path

import pytest

from callwright.corpus import BadExample, read_examples

GOOD = {
    "id": "x-1",
    "text": "Get Dana to name a date",
    "context": {"stage": "needs", "minutes": 30, "first_meeting": False, "attendees": ["CFO"]},
    "labels": {
        "specific": True,
        "measurable": True,
        "action_oriented": True,
        "realistic": True,
        "time_bound": True,
        "categories": ["advance"],
        "low_sights": False,
    },
}


def write(tmp_path: Path, *items: object) -> Path:
    path = tmp_path / "labelled.jsonl"
    path.write_text("\n".join(item if isinstance(item, str) else json.dumps(item) for item in items), encoding="utf-8")
    return path


def changed(part: str, **fields: object) -> dict:
    return {**GOOD, part: {**GOOD[part], **fields}}


def test_an_example_keeps_its_id_text_call_and_labels(tmp_path):
    [example] = read_examples(write(tmp_path, GOOD))
    assert (example.id, example.text) == ("x-1", "Get Dana to name a date")
    assert (example.call.stage, example.call.minutes, example.call.attendees) == ("needs", 30, ("CFO",))
    assert example.labels.categories == {"advance"}
    assert all(example.labels.met.values())


def test_an_example_without_id_takes_its_line_number_and_blank_lines_are_passed_over(tmp_path):
    plain = {key: value for key, value in GOOD.items() if key != "id"}
    assert [example.id for example in read_examples(write(tmp_path, GOOD, "", plain))] == ["x-1", "3"]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{not json", "line 2: not JSON"),
        ([], "line 2: an example is a JSON object"),
        ({**GOOD, "text": None}, "line 2: text is None"),
        ({**GOOD, "context": "needs"}, "line 2: context is 'needs'"),
        ({**GOOD, "labels": None}, "line 2: labels is None"),
        (changed("labels", realistic="yes"), "line 2: labels.realistic is 'yes'"),
        (changed("labels", categories=["close"]), "line 2: labels.categories is"),
        (changed("context", stage="closing"), "line 2: stage is 'closing'"),
        (changed("context", minutes=0), "line 2: minutes is 0"),
    ],
)
def test_the_first_wrong_line_is_named_with_what_is_amiss(tmp_path, line, says):
    with pytest.raises(BadExample, match=r"labelled\.jsonl") as refusal:
        read_examples(write(tmp_path, GOOD, line))
    assert says in str(refusal.value)


def test_a_file_without_an_example_is_said_to_hold_none(tmp_path):
    with pytest.raises(BadExample, match="holds no example"):
        read_examples(write(tmp_path, "", "  "))


def test_a_file_in_another_encoding_is_named_so(tmp_path):
    path = tmp_path / "old.jsonl"
    path.write_bytes(b'{"text": "na\xefve"}')
    with pytest.raises(BadExample, match="not UTF-8"):
        read_examples(path)
