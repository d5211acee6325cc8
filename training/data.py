"""The training items: lines with their labels and readings, and the targets that the heads learn."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from callwright.smart.estimate import AUTHORITY_OVER, MINUTES_OVER, OUTCOMES_OVER, STANDING_OVER, YES_NO

CORPUS = Path(__file__).parent.parent / "corpus"
UNKNOWN = math.nan


@dataclass
class Line:
    """A distinct text with what is known of it: its items (labels in calls) and its reading, if any."""

    text: str
    writer: str
    items: list[dict[str, Any]] = field(default_factory=list)
    reading: dict[str, int] | None = None

    def targets(self) -> list[float]:
        """One target in 0-1 for each output of the heads, NaN where nothing is known."""
        known = dict.fromkeys(YES_NO, UNKNOWN)
        for item in self.items:
            labels = item["labels"]
            known["measurable"] = float(labels["measurable"])
            for category in ("advance", "understand", "uncover"):
                known[category] = float(category in labels["categories"])
            if item["context"].get("stage") != "decision" or labels["specific"]:
                known["definite"] = float(labels["specific"])
        reading = self.reading
        if reading is None:
            counts = [UNKNOWN] * (len(AUTHORITY_OVER) + len(OUTCOMES_OVER) + len(MINUTES_OVER))
        else:
            known |= {name: float(reading[name]) for name in YES_NO if name in reading}
            counts = over(reading["authority"], AUTHORITY_OVER) + over(reading["outcomes"], OUTCOMES_OVER)
            counts += over(reading["minutes"], MINUTES_OVER)
        return [known[name] for name in YES_NO] + counts


def over(amount: int, bounds: tuple[int, ...]) -> list[float]:
    """1 for each bound that the amount exceeds."""
    return [float(amount > bound) for bound in bounds]


def lines(train: Path = CORPUS / "train", readings: Path = CORPUS / "readings") -> list[Line]:
    """All distinct lines of the training files, each under the writer who has it first."""
    found: dict[str, Line] = {}
    by_id: dict[str, Line] = {}
    for file in sorted(train.glob("*.jsonl")):
        for item in examples(file):
            line = found.setdefault(item["text"], Line(item["text"], file.stem))
            line.items.append(item | {"writer": file.stem})
            by_id[item["id"]] = line
    for file in sorted(readings.glob("[0-9]*.jsonl")):
        for row in examples(file):
            by_id[row["id"]].reading = row["reading"]
    return list(found.values())


def examples(file: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(row) for row in file.read_text(encoding="utf-8").splitlines() if row.strip()]


def standings(file: Path = CORPUS / "readings" / "standing.jsonl") -> list[tuple[str, list[float]]]:
    """Words for people, with the targets of their standing."""
    return [(row["who"], over(row["standing"], STANDING_OVER)) for row in examples(file)]
