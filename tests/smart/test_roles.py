"""What the people who attend could grant, from nothing (0) to signing for it (3)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from callwright.smart.lexicon import default
from callwright.smart.lexicon.roles import standing

STANDING = Path(__file__).parents[2] / "corpus" / "readings" / "standing.jsonl"


@pytest.mark.parametrize(
    ("who", "level"),
    [
        ("Receptionist", 0),
        ("Dana (intern)", 0),
        ("Lab technician", 1),
        ("payroll clerk", 1),
        ("Plant Manager", 2),
        ("Ward pharmacist", 2),
        ("CFO", 3),
        ("Head of Procurement", 3),
        ("VP Engineering", 3),
        ("Assistant to the managing director", 0),
        ("two plant managers", 2),
        ("Managing Directors", 3),
        ("two secretaries", 0),
        ("Priya", None),
        ("", None),
    ],
)
def test_a_role_says_what_somebody_could_grant(who: str, level: int | None) -> None:
    assert standing(who) == level


@pytest.mark.parametrize("level", range(4))
def test_what_a_team_says_of_a_role_comes_before_what_is_known_of_it(level: int) -> None:
    own = default().extended(roles={"Ward sister": level, "Deal desk": level})
    assert standing("Kim (ward sister)", own) == standing("deal desk", own) == level
    assert standing("Kim (ward sister)") == 2


def test_most_attendees_of_the_corpus_are_placed_as_a_careful_reader_does() -> None:
    """Those whom it does not place are left to the network; a step off is what two careful readers differ by too."""
    rows = [json.loads(line) for line in STANDING.read_text(encoding="utf-8").splitlines()]
    placed = [(found, row["standing"]) for row in rows if (found := standing(row["who"])) is not None]
    assert len(placed) / len(rows) >= 0.9
    assert sum(found == level for found, level in placed) / len(placed) >= 0.85
    assert sum(abs(found - level) <= 1 for found, level in placed) / len(placed) >= 0.98
