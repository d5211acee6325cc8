"""Trains afresh for each writer and judges that writer's lines: `callwright evaluate --leave-one-writer-out DIR`.

    python training/leave_out.py DIR [--format text|json] [--writers 01,05]

Needs what `make model` installs. On two cores one writer takes about six minutes.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from calibrate import figures, table
from data import lines, standings
from folds import Judged, left_out
from make_model import fitted, outputs


def main() -> None:
    """Judges each writer by a model that has not seen them, and prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--writers", type=lambda value: value.split(","))
    asked = parser.parse_args()
    everything, people = lines(asked.folder, asked.folder.parent / "readings"), standings()
    found: dict[str, list[Judged]] = {}
    for writer in asked.writers or sorted({line.writer for line in everything}):
        found[writer] = left_out(everything, people, frozenset({writer}), fitted, outputs)
        if asked.format == "text":
            print(table({writer: found[writer]}), flush=True)
    found["all"] = [one for judged in found.values() for one in judged]
    if asked.format == "text":
        print(table({"all": found["all"]}))
    else:
        print(json.dumps({name: figures(judged) for name, judged in found.items()}))


if __name__ == "__main__":
    main()
