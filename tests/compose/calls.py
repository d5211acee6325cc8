"""Calls as reps have them, for the tests of the composer."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from callwright import Call
from callwright.smart import STAGES

ROOMS = (
    (),
    ("CFO",),
    ("receptionist",),
    ("IT lead", "two nurses"),
    ("Dana (technician)",),
)
"""Five sets of people: nobody known, one who signs, one who only opens doors, a mixed room, one who does the work."""

ABLE = {0: "receptionist", 1: "technician", 2: "operations manager", 3: "managing director"}
PRODUCTS = {
    "software": "payroll software",
    "health": "wound dressings",
    "manufacturing": "CNC machines",
    "retail": "biscuits",
}


def every_call() -> Iterator[Call]:
    """Every stage with 10, 30 and 60 minutes, first meeting or not, in each of the five rooms."""
    for stage, minutes, first, room in itertools.product(STAGES, (10, 30, 60), (True, False), ROOMS):
        yield Call(stage=stage, minutes=minutes, first_meeting=first, attendees=room)
