"""Entry of the command: runs it and turns what can go wrong on purpose into one line on standard error."""

from __future__ import annotations

import os
import sys

from callwright.cli.app import app
from callwright.smart import CallwrightError

WRONG_USE = 2
"""Exit status for an unknown flag, an unreadable file, or a text that gets no verdict."""

STOPPED = 130
"""Exit status after Ctrl-C, as shells have it."""


def main() -> None:
    """Runs `callwright` with the arguments of the process and exits with the status of docs/reference/output.md."""
    try:
        app(prog_name="callwright")
    except CallwrightError as wrong:
        _stop(str(wrong), WRONG_USE)
    except BrokenPipeError:
        # The reader (`head`, a closed pager) has seen enough; Python must not complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as wrong:
        _stop(f"{wrong.filename or 'a file'}: {wrong.strerror or wrong}", WRONG_USE)
    except KeyboardInterrupt:
        _stop("stopped", STOPPED)


def _stop(message: str, status: int) -> None:
    sys.stderr.write(f"callwright: {message}\n")
    sys.exit(status)
