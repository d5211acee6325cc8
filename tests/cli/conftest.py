"""The command as a person runs it, in this process, in an empty folder of its own."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from callwright.cli import main


@dataclass(frozen=True)
class Outcome:
    """What came of a command: its exit status, and what it wrote where."""

    status: int
    out: str
    err: str

    @property
    def items(self) -> list[Any]:
        """The objects of JSON Lines output."""
        return [json.loads(line) for line in self.out.split("\n") if line]


Command = Callable[..., Outcome]


@pytest.fixture
def callwright(tmp_path, monkeypatch, capfdbinary) -> Command:
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["callwright", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        status = 0
        try:
            main()
        except SystemExit as stop:
            status = int(stop.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return run
