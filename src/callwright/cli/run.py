"""Entry of the command: runs it and turns what can go wrong on purpose into one line on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from callwright.cli.plain import PlainCheck, plain_check
from callwright.cli.status import STOPPED, WRONG_USE
from callwright.smart.errors import CallwrightError


def main() -> None:
    """Runs `callwright` with the arguments of the process and exits with the status of docs/reference/output.md."""
    try:
        run(sys.argv[1:])
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


def run(words: Sequence[str]) -> None:
    """Runs the command that the words after `callwright` ask for. Raises what it raises, SystemExit at the end."""
    _keep_numpy_to_one_thread()
    plain = plain_check(words)
    if plain is not None:
        sys.exit(_check(plain))
    from callwright.cli.app import app

    app(words, prog_name="callwright")


def _keep_numpy_to_one_thread() -> None:
    """Keeps NumPy from starting a thread a core, which wait for one another by spinning.

    For a line they cost more than they bring, the more so on a busy machine. Batches share the cores by themselves.
    """
    if "numpy" not in sys.modules:
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _check(plain: PlainCheck) -> int:
    from callwright.cli.answering import answer
    from callwright.cli.known import call_of, settings_here

    settings = settings_here()
    return answer(plain.texts, call_of(settings, **plain.known), settings=settings, **plain.how)


def _stop(message: str, status: int) -> None:
    sys.stderr.write(f"callwright: {message}\n")
    sys.exit(status)
