"""What the command prints is what docs/reference/output.schema.json describes, on lines of every writer."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "reference" / "output.schema.json").read_text(encoding="utf-8"))
TRICKY = (
    "Close the deal 🚀 by 5pm",
    "GET PO#",
    "• first bullet • second",
    "a\tb",
    "Why not ask who signs?",
    "x" * 10_000,
)


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator({**SCHEMA, "oneOf": [{"$ref": f"#/$defs/{kind}"}]})


def from_every_writer() -> Iterator[dict[str, Any]]:
    for path in sorted((ROOT / "corpus" / "train").glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for line in lines[3::80]:
            yield json.loads(line)


def test_the_schema_is_itself_in_order():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_verdict_is_as_described_and_its_spans_lie_in_the_text(callwright, tmp_path):
    items = [
        {"id": one["id"], "text": one["text"], "context": one["context"], "by": "x"} for one in from_every_writer()
    ]
    items += [{"text": text} for text in TRICKY]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items), encoding="utf-8")
    callwright("check", "--input", "in.jsonl", "--output", "out.jsonl")
    given = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").split("\n") if line]
    assert len(given) == len(items)
    for one in given:
        validator("verdict").validate(one)
        assert one["smart"] == all(criterion["met"] for criterion in one["criteria"].values())
        for finding in (finding for criterion in one["criteria"].values() for finding in criterion["findings"]):
            assert (finding["start"] is None) == (finding["end"] is None)
            assert finding["start"] is None or 0 <= finding["start"] < finding["end"] <= len(one["text"])
            assert finding["for"] or finding["question"].endswith("?")


def test_the_figures_are_as_described(callwright, tmp_path):
    lines = (ROOT / "corpus" / "train" / "01.jsonl").read_text(encoding="utf-8").splitlines()[:12]
    (tmp_path / "some.jsonl").write_text("\n".join(lines), encoding="utf-8")
    for show in ("0", "10"):
        validator("evaluation").validate(callwright("evaluate", "some.jsonl", "--show", show).items[0])


CONTEXT = ("--stage", "needs", "--minutes", "60", "--attendee", "head of operations")


@pytest.mark.parametrize(
    "arguments",
    [
        ("Understand their needs",),
        ("Understand their needs", "--answer", "measurable=1"),
        ("Understand their needs", "--answer", "measurable=blah"),
        ("Find out who signs for purchases above ten thousand",),
        ("Find out who signs for purchases above ten thousand", "--answer", "stretch=1"),
    ],
)
def test_what_improve_prints_is_as_described(callwright, arguments):
    [found] = callwright("improve", *arguments, *CONTEXT).items
    validator("improvement").validate(found)
    assert ("stretch" in found) == arguments[0].startswith("Find out")
    assert ("unused" in found) == (arguments[-1] == "measurable=blah")


def test_what_suggest_and_plan_print_is_as_described(callwright):
    validator("suggestions").validate(callwright("suggest", *CONTEXT).items[0])
    validator("brief").validate(callwright("plan", "--yes", *CONTEXT).items[0])


@pytest.mark.parametrize(
    "broken",
    [
        {"met": False, "findings": []},
        {"met": False, "confidence": 0.3},
        {"decided_by": "chance"},
    ],
)
def test_the_schema_refuses_what_is_not_promised(callwright, broken):
    [item] = callwright("check", "Get Dana to agree to a two-week pilot starting 1 December").items
    assert validator("verdict").is_valid(item)
    item["criteria"]["realistic"] |= broken
    assert not validator("verdict").is_valid(item)


def test_the_example_on_the_page_has_the_fields_of_a_real_verdict(callwright):
    page = (ROOT / "docs" / "reference" / "output.md").read_text(encoding="utf-8")
    example = json.loads(page.split("```json\n")[1].split("```")[0])
    [item] = callwright("check", "Build rapport and touch base").items
    assert set(example) == set(item)
    assert set(example["criteria"]["specific"]) == set(item["criteria"]["specific"])
    assert set(example["criteria"]["specific"]["findings"][0]) == set(item["criteria"]["specific"]["findings"][0])
