"""Server time of the pages at 1,000 and at 100,000 calls on SQLite, their ratio, and the live check's.

The times are those of Django's test client, through all middleware and templates, in a process for each size. CPU time
is compared, which other work on the machine does not lengthen; wall time stands beside it.

    python bench/web.py
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).parent.parent
SIZES: Final = (1_000, 100_000)
TURNS: Final = 20
LARGEST_RATIO: Final = 1.3
LIVE_WITHIN: Final = 50
"""Milliseconds."""

LINES: Final = [
    f"The {who} agrees to {what} by {day} December"
    for who in ("CFO", "IT lead", "head of operations", "buyer", "plant manager")
    for what in ("a two-week pilot", "a visit to the site")
    for day in (1, 4)
]
"""Another line each time: a line that was seen before might be remembered."""


def main() -> None:
    """Measures each size in a process of its own and prints a table."""
    found = {size: _measured(size) for size in SIZES}
    small, large = found.values()
    print(f"{'median of 20, ms of CPU (wall)':<32}{'1,000 calls':>18}{'100,000 calls':>18}{'ratio':>8}")
    for name, (cpu, wall) in small.items():
        more_cpu, more_wall = large[name]
        print(
            f"{name:<32}{f'{cpu:.1f} ({wall:.1f})':>18}{f'{more_cpu:.1f} ({more_wall:.1f})':>18}{more_cpu / cpu:8.2f}"
        )
    print(f"Aims: ratio of Today, Plan and Debrief at most {LARGEST_RATIO}; a live verdict within {LIVE_WITHIN} ms.")


def _measured(size: int) -> dict[str, tuple[float, float]]:
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "CALLWRIGHT_DATA": folder, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"}
        env.pop("DATABASE_URL", None)
        ran = subprocess.run([sys.executable, __file__, str(size)], env=env, stdout=subprocess.PIPE, check=True)
        return json.loads(ran.stdout)  # type: ignore[no-any-return]


def measure(size: int) -> dict[str, tuple[float, float]]:
    """Median milliseconds of CPU and of the clock on the wall for each page, over so many calls."""
    from callwright.web import prepare

    prepare()
    from bench.many_calls import many_calls, pages
    from django.db import connection
    from django.test import Client

    from callwright.web.accounts.actions import open_personal_workspace

    keys = many_calls(open_personal_workspace(), size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(headers={"host": "127.0.0.1"})
    times = {name: _median(lambda turn, at=at: client.get(at)) for name, at in pages(keys)}
    live = {"headers": {"HX-Request": "true"}}
    times["Live verdict, the open page"] = _median(lambda turn: client.post("/check/", {"text": LINES[turn]}, **live))
    plan = f"/calls/{keys['plan']}/plan/"
    times["Live verdict, the plan"] = _median(
        lambda turn: client.post(plan, {"position": 1, "text": LINES[turn]}, **live)
    )
    return times


def _median(ask: Callable[[int], Any]) -> tuple[float, float]:
    taken = []
    for turn in (0, 0, *range(TURNS)):
        cpu, wall = time.process_time(), time.perf_counter()
        answered = ask(turn).status_code
        taken.append((1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)))
        if answered != 200:
            raise SystemExit(f"a page answered {answered}")
    cpus, walls = zip(*taken[2:], strict=True)  # the first two read templates and weights
    return statistics.median(cpus), statistics.median(walls)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1]))))
    else:
        main()
