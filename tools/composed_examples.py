"""Writes docs/composing/examples.md: fifty mended lines and fifty suggestions, as the product makes them, to be judged.

    python tools/composed_examples.py [--check]

The weak lines are those of the corpus's training files, taken at even distances; with --check nothing is written, and
the exit status is 1 where the page is not up to date.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from callwright.compose import Improved, improve, suggest
from callwright.context import call_from
from callwright.smart import CRITERIA, STAGES, Call

HERE = Path(__file__).parent.parent
PAGE = HERE / "docs" / "composing" / "examples.md"
SHOWN = 50
ROOMS = (("CFO",), ("operations manager", "two technicians"), (), ("receptionist",), ("Dana (IT lead)",))
PRODUCTS = ("payroll software", "industrial valves", None, "wound dressings", "biscuits")
HEAD = """# Fifty mended lines and fifty suggestions

Made by `python tools/composed_examples.py`, so that anybody can judge what the composer says. Each weak line comes from
the training part of the corpus (names of people and firms are invented); what mends it is the first choice of the first
question, and so on until it passes, where a rep would often choose another or use words of their own. What does not
pass yet says so.
"""


def weak_lines() -> list[tuple[str, Call]]:
    """The lines of the first fourteen writers that pass too little, each with its call."""
    found = []
    for path in sorted((HERE / "corpus" / "train").glob("*.jsonl"))[:14]:
        for row in path.read_text(encoding="utf-8").splitlines():
            raw = json.loads(row)
            if not all(raw["labels"][name] is True for name in list(raw["labels"])[:5]):
                found.append((raw["text"], call_from(raw["context"])))
    return found


def mended() -> Iterator[tuple[str, Call, Improved]]:
    """Lines at even distances, with what the first choices make of them."""
    lines = weak_lines()
    for text, call in itertools.islice(lines[:: len(lines) // (2 * SHOWN)], 2 * SHOWN):
        if improve(text, call).questions:
            yield text, call, one_by_one(text, call)


def one_by_one(text: str, call: Call) -> Improved:
    """What becomes of a line where one question at a time is answered by its first choice."""
    for _ in CRITERIA:
        found = improve(text, call)
        first = found.questions[0]
        improved = found.apply({first.criterion: first.choices[0]})
        if improved.check.smart or improved.text == text:
            break
        text = improved.text
    return improved


def known(call: Call) -> str:
    """What is known of a call, in a few words."""
    first = {True: "first meeting", False: "", None: ""}[call.first_meeting]
    parts = (call.stage, f"{call.minutes} min" if call.minutes else "", first, ", ".join(call.attendees), call.product)
    return "; ".join(part for part in parts if part) or "nothing known"


def calls() -> Iterator[Call]:
    """Calls at every stage, of several lengths, with several people."""
    for place, (minutes, stage) in enumerate(itertools.product((10, 30), STAGES)):
        yield Call(
            stage=stage, minutes=minutes, first_meeting=stage == "introduction",
            attendees=ROOMS[place % len(ROOMS)], product=PRODUCTS[place % len(PRODUCTS)],
        )  # fmt: skip


def page() -> Iterator[str]:
    """The lines of the page."""
    yield HEAD
    yield "## Mended lines\n"
    for number, (text, call, improved) in enumerate(itertools.islice(mended(), SHOWN), 1):
        state = "" if improved.check.smart else " *(does not pass yet)*"
        yield f"{number}. {text}\n   <br>*{known(call)}*\n   <br>→ **{improved.text}**{state}"
    yield "\n## Suggestions\n"
    shown = ((call, one) for call in calls() for one in suggest(call))
    last = None
    for number, (call, one) in enumerate(itertools.islice(shown, SHOWN), 1):
        if call != last:
            yield f"\n*{known(call)}*\n"
        last = call
        yield f"{number}. {one.text}"


def main() -> int:
    """Writes the page, or holds it to what would be written."""
    made = "\n".join(page()) + "\n"
    if "--check" in sys.argv[1:]:
        return int(not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != made)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
