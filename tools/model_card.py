"""Writes the tables of docs/model-card.md from training/figures.json, which `make model` leaves."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
CARD = ROOT / "docs" / "model-card.md"
COLUMNS = {
    "n": "n",
    "macro": "macro",
    "specific": "S",
    "measurable": "M",
    "action_oriented": "A",
    "realistic": "R",
    "time_bound": "T",
    "all_five": "all five right",
    "advance": "advance",
    "understand": "understand",
    "uncover": "uncover",
    "low_sights": "low sights",
}


def tables(figures: Mapping[str, Mapping[str, Mapping[str, Mapping[str, float]]]]) -> Iterator[str]:
    """A table for each engine and each way of dividing the items."""
    for engine, parts in figures.items():
        for part, rows in parts.items():
            yield f"\n`{engine}`, {'all items' if part == 'all' else 'by ' + part}:\n"
            yield "| " + " | ".join(["" if part == "all" else part, *COLUMNS.values()]) + " |"
            yield "| --- |" + " ---: |" * len(COLUMNS)
            for name, row in rows.items():
                cells = [f"{row[key]:.0f}" if key == "n" else f"{row[key]:.2f}" for key in COLUMNS]
                yield f"| {name} | " + " | ".join(cells) + " |"


def main() -> None:
    """Puts the tables between their marks."""
    figures = json.loads((ROOT / "training" / "figures.json").read_text(encoding="utf-8"))
    card = CARD.read_text(encoding="utf-8")
    begin, end = "<!-- tables: tools/model_card.py -->", "<!-- end of tables -->"
    made = begin + "\n" + "\n".join(tables(figures)) + "\n\n" + end
    CARD.write_text(re.sub(f"{begin}.*?{end}", lambda _: made, card, flags=re.DOTALL), encoding="utf-8")


if __name__ == "__main__":
    main()
