"""Feeds the engine and the readers of files with what nobody would write, guided by which lines of code that reaches.

`pip install atheris`, then `python tools/fuzz.py TARGET -max_total_time=600`. TARGET is `lines` (a text in a call, its
verdict and all its findings), `csv` or `jsonl` (the bytes of a file, checked into another). Flags are libFuzzer's.
What it finds belongs into tests/smart/test_never_crashes.py or tests/batch/test_never_crashes.py.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["callwright"]):
    from callwright import Call, CallwrightError, assess
    from callwright.batch import check_file
    from callwright.smart import CHANNELS, STAGES

FOLDER = Path(tempfile.mkdtemp(prefix="callwright-fuzz-"))
BEST_EVERY = 50
"""The best engine is slow beside the rest, and what it adds is arithmetic: one text in so many goes through it."""


def lines(data: bytes) -> None:
    """A text in a call, taken from the bytes; looks at everything that the verdict says."""
    given = atheris.FuzzedDataProvider(data)
    call = Call(
        stage=given.PickValueInList([None, *STAGES]),
        minutes=given.PickValueInList([None, 1, 30, 1440]),
        first_meeting=given.PickValueInList([None, True, False]),
        channel=given.PickValueInList([None, *CHANNELS]),
        attendees=tuple(given.ConsumeUnicode(20) for _ in range(given.ConsumeIntInRange(0, 2))),
    )
    engine = "fast" if given.ConsumeIntInRange(0, BEST_EVERY) else "best"
    text = given.ConsumeUnicode(given.remaining_bytes())
    try:
        found = assess(text, call, engine=engine).to_dict()
    except CallwrightError as refusal:
        _hold(bool(str(refusal)), "a refusal says why")
        return
    json.dumps(found, allow_nan=False)


def table(data: bytes) -> None:
    """A CSV file of these bytes."""
    _file(data, "csv")


def objects(data: bytes) -> None:
    """A JSON Lines file of these bytes; what comes out is JSON in the strict sense."""
    written = _file(data, "jsonl")
    for line in written.splitlines():
        json.loads(line, parse_constant=_no_json)


def _file(data: bytes, ending: str) -> str:
    source, target = FOLDER / f"in.{ending}", FOLDER / f"out.{ending}"
    target.unlink(missing_ok=True)
    source.write_bytes(data)
    try:
        tally = check_file(source, target, engine="fast")
    except CallwrightError as refusal:
        _hold(bool(str(refusal)), "a refusal says why")
        return ""
    _hold(tally.read >= tally.written >= tally.smart, "the counts agree")
    return target.read_text(encoding="utf-8", errors="surrogatepass")


def _hold(holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(f"it does not hold that {what}")


def _no_json(constant: str) -> None:
    raise AssertionError(f"{constant} is not JSON")


TARGETS: dict[str, Callable[[bytes], None]] = {"lines": lines, "csv": table, "jsonl": objects}


def main() -> None:
    """Fuzzes the target named first on the command line."""
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: python {sys.argv[0]} {'|'.join(TARGETS)} [libFuzzer flags]")
    atheris.Setup([sys.argv[0], *sys.argv[2:]], TARGETS[sys.argv[1]])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
