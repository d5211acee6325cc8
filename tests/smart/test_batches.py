"""Many lines at once are judged as each would be alone, on however many threads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from callwright import Assessment, Call, assess_many
from callwright.smart.learned import threads

CORPUS = Path(__file__).parents[2] / "corpus"
LINES = [json.loads(row)["text"] for row in (CORPUS / "train" / "07.jsonl").read_text(encoding="utf-8").splitlines()]


def confidences() -> list[float]:
    judged = assess_many([(line, Call(minutes=30)) for line in LINES[:100]])
    return [
        one.confidence for verdict in judged if isinstance(verdict, Assessment) for one in verdict.criteria.values()
    ]


def test_several_threads_give_what_one_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    alone = confidences()
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "1")
    monkeypatch.setattr(threads, "cores", lambda: 3)
    assert confidences() == pytest.approx(alone, abs=0.002)
