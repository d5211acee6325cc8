"""Heavy work on several texts at once, on as many threads as there are cores; NumPy lets them run side by side."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import TypeVar

Given = TypeVar("Given")
Gained = TypeVar("Gained")


def side_by_side(work: Callable[[Given], Gained], given: Iterable[Given]) -> Iterable[Gained]:
    """Like `map`, on a thread a core where NumPy has been told to keep to one thread of its own.

    Elsewhere NumPy uses the cores itself, less well: its threads wait for one another at every product.
    """
    if os.environ.get("OPENBLAS_NUM_THREADS") != "1":
        return map(work, given)
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # for batches only; every start would wait for it

    with ThreadPoolExecutor(cores()) as pool:
        return list(pool.map(work, given))


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
