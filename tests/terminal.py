"""A terminal for the tests: runs a command as a person would, in a pseudo-terminal, and gives what it shows."""

import os
import pty
import re
import select
import shlex
import subprocess
import sys
from pathlib import Path

BIN = Path(sys.executable).parent
COLOURS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def run_session(command: str, folder: Path, columns: int = 80) -> str:
    """What a terminal of 80 columns shows of a command run in a folder, without colours and blanks at line ends."""
    _, shown = run_in_terminal(shlex.split(command), folder, columns=columns)
    return "\n".join(line.rstrip() for line in COLOURS.sub("", shown).splitlines()).strip("\n")


def run_in_terminal(words: list[str], folder: Path, columns: int = 80, **variables: str) -> tuple[int, str]:
    """The exit status of a command in a pseudo-terminal, and all that it wrote there."""
    parent, child = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "CI", "FORCE_COLOR"}}
    environment = {**kept, "COLUMNS": str(columns), "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **variables}
    environment["PATH"] = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    process = subprocess.Popen(words, cwd=folder, stdin=child, stdout=child, stderr=child, env=environment)
    os.close(child)
    shown = b""
    while select.select([parent], [], [], 60)[0]:
        try:
            part = os.read(parent, 65536)
        except OSError:  # Linux says so when the last writer has gone
            break
        if not part:
            break
        shown += part
    os.close(parent)
    return process.wait(60), shown.decode("utf-8", "replace").replace("\r\n", "\n")
