"""What a finding asks for is what was wrong: answer it, and that criterion turns while the other four stay.

`mended.jsonl` holds, for 80 lines of the development set, the least change of the words or of the call that answers
the question of the decisive finding. The changes were written by hand from `corpus/GUIDE.md`.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from callwright import Assessment, Call, assess_many
from callwright.smart import CRITERIA, CriterionName

HERE = Path(__file__).parent
SHARE = 0.62
"""The least share that must turn alone. The aim is 0.90: docs/model-card.md says where it falls short."""
UNTESTED = 12
"""How many of the lines the engine may judge well from the start, so that there is nothing to turn."""


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines()]


DEV = {row["id"]: row for row in _rows(HERE.parents[1] / "corpus" / "dev.jsonl")}
MENDED = _rows(HERE / "mended.jsonl")


@dataclass(frozen=True)
class Mend:
    """One line before and after: its verdicts as written and as mended."""

    row: dict[str, Any]
    before: dict[CriterionName, bool]
    after: dict[CriterionName, bool]

    @property
    def unmet_at_first(self) -> bool:
        return not self.before[self.row["criterion"]]

    @property
    def moved(self) -> list[CriterionName]:
        return [name for name in CRITERIA if self.before[name] != self.after[name]]

    @property
    def faithful(self) -> bool:
        return self.moved == [self.row["criterion"]]

    def __str__(self) -> str:
        item = DEV[self.row["id"]]
        mended = self.row.get("text", "the same words"), self.row.get("context", "the same call")
        moved = ", ".join(f"{name} {'met' if self.after[name] else 'unmet'}" for name in self.moved) or "nothing"
        return f"{item['id']} {self.row['criterion']}: {item['text']!r} -> {mended}: moved {moved}"


def _call(context: dict[str, Any]) -> Call:
    return Call(**{**context, "attendees": tuple(context.get("attendees") or ())})


def _pair(row: dict[str, Any]) -> list[tuple[str, Call]]:
    item = DEV[row["id"]]
    mended = {**item["context"], **row.get("context", {})}
    return [(item["text"], _call(item["context"])), (row.get("text", item["text"]), _call(mended))]


@pytest.fixture(scope="module")
def mends() -> list[Mend]:
    judged = [_met(one) for one in assess_many([pair for row in MENDED for pair in _pair(row)])]
    return [Mend(*one) for one in zip(MENDED, judged[::2], judged[1::2], strict=True)]


def _met(one: object) -> dict[CriterionName, bool]:
    assert isinstance(one, Assessment), one
    return one.met


def test_the_lines_are_spread_over_criteria_and_writers() -> None:
    assert Counter((row["criterion"], row["id"][:2]) for row in MENDED) == {
        (name, writer): 8 for name in CRITERIA for writer in ("d1", "d2")
    }
    assert len({row["id"] for row in MENDED}) == len(MENDED)


@pytest.mark.parametrize("row", MENDED, ids=lambda row: str(row["id"]))
def test_each_line_fails_its_criterion_and_is_changed(row: dict[str, Any]) -> None:
    assert not DEV[row["id"]]["labels"][row["criterion"]]
    before, after = _pair(row)
    assert before != after


def test_few_lines_are_judged_well_before_they_are_mended(mends: list[Mend]) -> None:
    met = [str(one) for one in mends if not one.unmet_at_first]
    assert len(met) <= UNTESTED, "\n".join(met)


def test_answering_the_question_turns_that_verdict_and_no_other(mends: list[Mend]) -> None:
    tested = [one for one in mends if one.unmet_at_first]
    failures = [one for one in tested if not one.faithful]
    kept = len(tested) - len(failures)
    summary = f"{kept} of {len(tested)} turn alone ({len(mends) - len(tested)} of {len(mends)} met from the start)"
    assert kept / len(tested) >= SHARE, "\n".join([summary, *map(str, failures)])
