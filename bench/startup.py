"""Cold start of `callwright check "…"` as a whole process beside `proselint` on the same sentence, and their ratio.

They are started in turn, so that whatever else the machine does meets all alike; the medians of CPU time (user and
system, which waiting for other processes does not lengthen) are compared, and wall time is told beside them.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = "Get Dana to agree to a two-week pilot starting 1 December"
TURNS = 15
BIN = Path(sys.executable).parent


def seconds(command: list[str], folder: str) -> tuple[float, float]:
    """CPU and wall seconds of one run of a command."""
    before, began = spent(), time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return spent() - before, time.perf_counter() - began


def spent() -> float:
    """CPU seconds of all processes started and ended so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Prints the medians and the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sentence.txt").write_text(SENTENCE + "\n", encoding="utf-8")
        check = [str(BIN / "callwright"), "check", SENTENCE]
        commands = {
            "callwright (best)": check,
            "callwright (fast)": [*check, "--engine", "fast"],
            "callwright (best), as text": [*check, "--format", "text"],
            "import callwright": [sys.executable, "-c", "import callwright"],
            "proselint": [str(BIN / "proselint"), "check", "sentence.txt"],
        }
        for command in commands.values():
            seconds(command, folder)  # once for the disk's cache
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(TURNS):
            for name, command in commands.items():
                times[name].append(seconds(command, folder))
    cpu, wall = ({name: statistics.median(one[at] for one in each) for name, each in times.items()} for at in (0, 1))
    for name in commands:
        print(f"{name:<28}{cpu[name]:6.3f} s CPU, {wall[name]:6.3f} s; {cpu[name] / cpu['proselint']:5.2f} x proselint")


if __name__ == "__main__":
    main()
