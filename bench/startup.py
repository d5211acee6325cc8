"""Cold start of `callwright check "…"` as a whole process beside `proselint` on the same sentence, and their ratio.

Both are started in turn, so that whatever else the machine does meets both alike. The medians are compared.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SENTENCE = "Get Dana to agree to a two-week pilot starting 1 December"
TURNS = 15
BIN = Path(sys.executable).parent


def seconds(command: list[str], folder: str) -> float:
    """Wall seconds of one run of a command."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Prints the medians and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sentence.txt").write_text(SENTENCE + "\n", encoding="utf-8")
        commands = {
            "callwright (best)": [str(BIN / "callwright"), "check", SENTENCE],
            "callwright (fast)": [str(BIN / "callwright"), "check", "--engine", "fast", SENTENCE],
            "proselint": [str(BIN / "proselint"), "check", "sentence.txt"],
        }
        for command in commands.values():
            seconds(command, folder)  # once for the disk's cache
        times = {name: [] for name in commands}
        for _ in range(TURNS):
            for name, command in commands.items():
                times[name].append(seconds(command, folder))
    medians = {name: statistics.median(each) for name, each in times.items()}
    for name, median in medians.items():
        print(f"{name:<20}{median:6.3f} s  {median / medians['proselint']:5.2f} times proselint")


if __name__ == "__main__":
    main()
