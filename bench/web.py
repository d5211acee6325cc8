"""Server time of the pages at 1,000 and at 100,000 calls on SQLite, their ratio, and the live check's.

The times are those of Django's test client, through all middleware and templates. A process for each size; they take
turns, so that whatever else the machine does meets both alike. CPU time is compared, which waiting for other work does
not lengthen; wall time stands beside it.

    python bench/web.py
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
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
    for day in (1, 4, 8)
]
"""Another line each time: a line that was seen before might be remembered."""

PEOPLE: Final = (
    "CFO", "IT lead", "buyer", "owner", "nurse", "plant manager", "head of sales", "board", "chef", "dean", "COO",
)  # fmt: skip
WEAK: Final = [f"Get the {who} more comfortable with {what}" for who in PEOPLE for what in ("the pilot", "our prices")]
"""The same of lines that come with questions and answers to tap. Every other one is about somebody else, so that half
the verdicts behind the answers are none that are at hand."""

Server = subprocess.Popen[str]
Times = list[tuple[float, float]]


def main() -> None:
    """Has both sizes answer in turn and prints a table."""
    with ExitStack() as stack:
        servers = [stack.enter_context(_server(size)) for size in SIZES]
        *_, names = [_told(server).split("|") for server in servers]  # each says so once it is ready
        print(f"{'median of 20, ms of CPU (wall)':<32}{'1,000 calls':>18}{'100,000 calls':>18}{'ratio':>8}")
        for number, name in enumerate(names):
            (cpu, wall), (more_cpu, more_wall) = _medians(servers, number)
            few, many = f"{cpu:.1f} ({wall:.1f})", f"{more_cpu:.1f} ({more_wall:.1f})"
            print(f"{name:<32}{few:>18}{many:>18}{more_cpu / cpu:8.2f}", flush=True)
    print(f"Aims: ratio of Today, Plan and Debrief at most {LARGEST_RATIO}; a live verdict within {LIVE_WITHIN} ms.")


def _medians(servers: list[Server], number: int) -> Iterator[tuple[float, float]]:
    taken: list[Times] = [[] for _ in servers]
    for turn in range(-2, TURNS):  # the first two read templates and weights
        for server, times in zip(servers, taken, strict=True):
            _ask(server, f"{number} {turn}")
            cpu, wall = map(float, _told(server).split())
            if turn >= 0:
                times.append((cpu, wall))
    for times in taken:
        cpus, walls = zip(*times, strict=True)
        yield statistics.median(cpus), statistics.median(walls)


@contextmanager
def _server(size: int) -> Iterator[Server]:
    """A process with so many calls, which answers when it is asked."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "CALLWRIGHT_DATA": folder, "PYTHONPATH": _path(), "OPENBLAS_NUM_THREADS": "1"}
        env.pop("DATABASE_URL", None)
        command = [sys.executable, __file__, str(size)]
        with subprocess.Popen(command, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
            yield server
            _ask(server, "end")


def _path() -> str:
    return os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))


def _ask(server: Server, words: str) -> None:
    print(words, file=server.stdin, flush=True)


def _told(server: Server) -> str:
    return server.stdout.readline().strip()


def answer(size: int) -> None:
    """Fills a database, then does what it is asked for: the number of a request and of the turn, a line each."""
    requests = _requests(size)
    print("|".join(requests), flush=True)
    for line in iter(sys.stdin.readline, "end\n"):
        number, turn = map(int, line.split())
        print(*_timed(list(requests.values())[number], turn), flush=True)


def _requests(size: int) -> dict[str, Callable[[int], Any]]:
    from callwright.web import prepare

    prepare()
    from bench.many_calls import many_calls, pages
    from django.db import connection
    from django.test import Client

    from callwright.web.accounts.actions import open_personal_workspace

    keys = many_calls(open_personal_workspace(), size)
    connection.cursor().execute("ANALYZE")
    client = Client(headers={"host": "127.0.0.1"})

    def typed(address: str, line: str, **more: object) -> Any:
        return client.post(address, {"text": line, **more}, headers={"HX-Request": "true"})

    found: dict[str, Callable[[int], Any]] = {name: lambda turn, at=at: client.get(at) for name, at in pages(keys)}
    plan = f"/calls/{keys['plan']}/plan/"
    found["Live verdict, the open page"] = lambda turn: typed("/check/", LINES[turn])
    found["Live verdict, the plan"] = lambda turn: typed(plan, LINES[turn], position=1)
    found["The same with answers to tap"] = lambda turn: typed(plan, WEAK[turn], position=1)
    return found


def _timed(request: Callable[[int], Any], turn: int) -> tuple[float, float]:
    """Milliseconds of CPU and of the clock on the wall."""
    cpu, wall = time.process_time(), time.perf_counter()
    status = request(turn).status_code
    taken = 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)
    if status != 200:
        sys.exit(f"a page answered {status}")
    return taken


if __name__ == "__main__":
    if len(sys.argv) > 1:
        answer(int(sys.argv[1]))
    else:
        main()
