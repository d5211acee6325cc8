"""How fast the engines judge, beside proselint and spaCy on the same lines in the same run: `make bench`.

Prints medians of single verdicts (findings included), lines a second in batches, resident memory, and the ratios.
The process is bound to one core throughout.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
LINES = [json.loads(row)["text"] for row in (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()]


def timed(work: Callable[[str], object], lines: Iterable[str]) -> list[float]:
    """Milliseconds for each line, after a warm-up."""
    lines = list(lines)
    for line in lines[:20]:
        work(line)
    found = []
    for line in lines:
        began = time.perf_counter()
        work(line)
        found.append((time.perf_counter() - began) * 1000)
    return found


def engines() -> dict[str, float]:
    """Our own figures; returns the median of each engine in milliseconds."""
    began = time.perf_counter()
    import callwright

    print(f"import callwright: {(time.perf_counter() - began) * 1000:.0f} ms")
    medians = {}
    for name in ("best", "fast"):
        began = time.perf_counter()
        callwright.assess(LINES[0], engine=name)
        first = (time.perf_counter() - began) * 1000
        each = timed(lambda line, name=name: callwright.assess(line, engine=name).to_dict(), LINES)
        medians[name] = statistics.median(each)
        p99 = sorted(each)[int(len(each) * 0.99)]
        print(
            f"{name}: first verdict {first:.0f} ms; then median {medians[name]:.2f} ms, p99 {p99:.2f} ms, with findings"
        )
    return medians


def batches(times: int) -> None:
    """Lines a second where many are judged at once, verdicts only."""
    import callwright

    for name, number in (("fast", 20 * times), ("best", times)):
        # Each line once: equal lines are judged once, which would flatter.
        pairs = [
            (f"{line} {turn}" if turn else line, callwright.Call(minutes=30))
            for turn in range(number)
            for line in LINES
        ]
        began = time.perf_counter()
        met = sum(
            one.smart for one in callwright.assess_many(pairs, engine=name) if isinstance(one, callwright.Assessment)
        )
        rate = len(pairs) / (time.perf_counter() - began)
        print(f"{name}: {rate:,.0f} lines/s in batches ({met} of {len(pairs)} SMART)")
    print(f"resident at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def peers(medians: dict[str, float]) -> None:
    """proselint and spaCy, where they are installed."""
    for name, work in (("proselint", proselint()), ("spaCy, small English pipeline", spacy())):
        if work is None:
            print(f"{name}: not installed here")
            continue
        median = statistics.median(timed(work, LINES[:100]))
        ratios = ", ".join(f"{ours} takes {value / median:.2f} of that" for ours, value in medians.items())
        print(f"{name}: median {median:.2f} ms; {ratios}")


def proselint() -> Callable[[str], object] | None:
    """proselint's check of one text, if it is there."""
    try:
        from proselint.checks import __register__
        from proselint.registry import CheckRegistry
        from proselint.tools import LintFile
    except ImportError:
        return None
    CheckRegistry().register_many(__register__)
    return lambda line: LintFile(source="line", content=line).lint()


def spacy() -> Callable[[str], object] | None:
    """spaCy's small English pipeline, if it is there."""
    try:
        import spacy

        return spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return None


def main() -> None:
    """Prints everything."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    medians = engines()
    peers(medians)
    batches(1)


if __name__ == "__main__":
    sys.exit(main())
