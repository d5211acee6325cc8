"""`callwright worker`: the background work of the browser part, as a process of its own."""

from __future__ import annotations

from callwright.cli.browser_part import DataFlag, loading_it


def worker(data: DataFlag = None) -> None:
    """Do the background work: any number beside each other. On SQLite `serve` does it itself."""
    with loading_it():
        from callwright.web import work
    work(data=data)
